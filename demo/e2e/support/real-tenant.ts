import { presets } from '../../server/experience/presets.ts';
import { defaultTenant, type Tenant } from '../../server/experience/tenant.ts';
import type { Qa } from './qa.ts';
import { needs, OnlyEmbedded, onlyEmbedded } from './real-limits.ts';
import type { Management } from './real-management.ts';

type Settings = Partial<Record<keyof Tenant['signInExperience'], unknown>>;

/** What scenes depend on. The rest of a tenant's settings is left as it is. */
const settingNames = [
  'agreeToTermsPolicy',
  'branding',
  'captchaPolicy',
  'color',
  'customContent',
  'customCss',
  'emailBlocklistPolicy',
  'forgotPasswordMethods',
  'languageInfo',
  'mfa',
  'passwordPolicy',
  'privacyPolicyUrl',
  'sentinelPolicy',
  'signIn',
  'signInMode',
  'signUp',
  'singleSignOnEnabled',
  'socialSignIn',
  'socialSignInConnectorTargets',
  'supportEmail',
  'supportWebsiteUrl',
  'termsOfUseUrl',
  'unknownSessionRedirectUrl',
  'usernamePolicy',
] as const satisfies readonly (keyof Settings)[];

const pick = (settings: Settings): Settings => Object.fromEntries(settingNames.map((name) => [name, settings[name]]));

/**
 * A real server refuses settings by which new accounts could not sign in again: where an address has no codes, sign-up must not
 * rest on them. Scenes sign in and do not care, so sign-up asks for nothing then.
 */
function withPossibleSignUp(settings: Settings): Settings {
  const methods = (settings.signIn as Tenant['signInExperience']['signIn'] | undefined)?.methods ?? [];
  return methods.every(({ identifier, verificationCode }) => verificationCode || identifier === 'username')
    ? settings
    : { ...settings, signUp: { identifiers: [], password: false, verify: false } };
}

/** The tenant of a real server, made for each scene what the embedded one begins with. */
export interface RealTenant {
  /** Settings, custom phrases and locked accounts; the rest of {@link Qa} ends the scene. */
  readonly qa: Qa;
  /** Puts the settings back that were there at the beginning. */
  restore(): Promise<void>;
}

/** @param targets identifiers that scenes use: what a scene did to them (attempts, messages) is forgotten before the next */
export async function openTenant(management: Management, targets: readonly string[]): Promise<RealTenant> {
  const before = await management<Settings>('GET', '/sign-in-exp');
  const set = async (settings: Settings) => {
    await management('PATCH', '/sign-in-exp', withPossibleSignUp(settings));
  };

  const apply = async (wanted: Tenant) => {
    const { signInExperience, customPhrases, decoyConnectors, captcha, distortion, googleOneTap } = wanted;
    const { customProfileFields, ssoConnectors, emailQuota } = wanted;
    if (decoyConnectors.length > 0 || captcha || distortion || googleOneTap) onlyEmbedded(needs.decoys);
    if (customProfileFields.length > 0) onlyEmbedded(needs.profileFields);
    if (ssoConnectors.length > 0) onlyEmbedded(needs.companies);
    if (emailQuota !== 'open' || signInExperience.passwordExpiration.enabled) onlyEmbedded(needs.clock);
    // Klingon is not on Logto's list.
    if ('tlh-001' in customPhrases) onlyEmbedded(needs.language);
    await set(pick(signInExperience));
    for (const [language, phrases] of Object.entries(customPhrases)) {
      await management('PUT', `/custom-phrases/${language}`, phrases);
    }
  };
  const reset = async () => {
    await apply(defaultTenant);
    for (const { languageTag } of await management<{ languageTag: string }[]>('GET', '/custom-phrases')) {
      if (!(languageTag in presets['custom-phrases'].apply(defaultTenant).customPhrases)) continue;
      const path = `/custom-phrases/${languageTag}`;
      // The tenant's own language cannot be deleted.
      if (languageTag === defaultTenant.signInExperience.languageInfo.fallbackLanguage) await management('PUT', path, {});
      else await management('DELETE', path);
    }
    await management('POST', '/sentinel-activities/delete', { targetType: 'User', targets });
  };

  return {
    qa: {
      reset,
      preset: (name) => apply(presets[name].apply(defaultTenant)),
      settings: (signInExperience) => set(signInExperience),
      faults: async () => onlyEmbedded(needs.faults),
      letTimePass: async () => onlyEmbedded(needs.clock),
      outbox: async () => {
        onlyEmbedded(needs.outbox);
        return [];
      },
      tenant: async () => onlyEmbedded(needs.decoys),
      addUser: async () => onlyEmbedded(needs.decoys),
      users: () => Promise.reject(new OnlyEmbedded(needs.profileFields)),
      captcha: async () => onlyEmbedded(needs.decoys),
      googleLink: () => Promise.reject(new OnlyEmbedded(needs.standIns)),
      magicLink: () => Promise.reject(new OnlyEmbedded(needs.magicLinks)),
    },
    restore: async () => {
      await reset();
      await set(pick(before));
    },
  };
}
