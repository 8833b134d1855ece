/** Ways in which the settings can reach the page spoiled. */
export const distortionNames = ['older-server', 'malformed-entries', 'unusable'] as const;

export type Distortion = (typeof distortionNames)[number];

type Body = Readonly<Record<string, unknown>>;

/** Settings that came to the server over the years, newest last; see the change logs of Logto 1.9 to 1.42. */
const latecomers = [
  'hideLogtoBranding',
  'customUiAssets',
  'customUiCsp',
  'adaptiveMfa',
  'trustedDevice',
  'singleSignOnEnabled',
  'ssoConnectors',
  'socialSignIn',
  'supportEmail',
  'supportWebsiteUrl',
  'unknownSessionRedirectUrl',
  'captchaPolicy',
  'sentinelPolicy',
  'verificationCodePolicy',
  'passkeySignIn',
  'signUpProfileFields',
  'passwordExpiration',
  'usernamePolicy',
  'isDevelopmentTenant',
  'customProfileFields',
  'customProfileFieldCatalog',
];

const append = (list: unknown, entry: unknown): unknown[] => {
  const known: readonly unknown[] = Array.isArray(list) ? list : [];
  return [...known, entry];
};

const distort: Record<Distortion, (body: Body) => unknown> = {
  'older-server': (body) => Object.fromEntries(Object.entries(body).filter(([key]) => !latecomers.includes(key))),
  'malformed-entries': (body) => {
    const signIn = body['signIn'] as { readonly methods: unknown };
    const mfa = body['mfa'] as { readonly factors: unknown };

    return {
      ...body,
      signIn: { ...signIn, methods: append(signIn.methods, { identifier: 'telepathy', password: 'maybe' }) },
      mfa: { ...mfa, factors: append(mfa.factors, 'Horoscope') },
      socialConnectors: append(body['socialConnectors'], { id: 7, target: null, name: 'Nameless', logo: {} }),
    };
  },
  unusable: () => ({ signIn: 'yes', socialConnectors: null, color: [] }),
};

export const applyDistortion = (distortion: Distortion | null, body: Body): unknown =>
  distortion === null ? body : distort[distortion](body);
