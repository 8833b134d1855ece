// Made from lit-localize.json by `npm run localize`; do not edit.
import { lazy } from '../../shared/lazy.ts';

type Load = () => Promise<{ templates: Readonly<Record<string, string>> }>;

/** Loaders of our translations by language and script. */
export const locales: Readonly<Record<string, Load>> = {
  'zh-Hans': lazy(() => import('./zh-CN.ts')),
  'ar-Arab': lazy(() => import('./ar.ts')),
};
