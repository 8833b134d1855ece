// Made from lit-localize.json by `npm run localize`; do not edit.
type Load = () => Promise<{ templates: Readonly<Record<string, string>> }>;

/** Loaders of our translations by language and script. */
export const locales: Readonly<Record<string, Load>> = {
  'zh-Hans': () => import('./zh-CN.ts'),
  'ar-Arab': () => import('./ar.ts'),
};
