import { presets } from '../../server/experience/presets.ts';
import { defaultTenant, type Tenant } from '../../server/experience/tenant.ts';
import type { User } from '../../server/experience/users.ts';
import type { Qa } from './qa.ts';
import type { CompanyProviders } from './real-companies.ts';
import { needs, OnlyEmbedded, onlyEmbedded } from './real-limits.ts';
import type { Management } from './real-management.ts';

type Settings = Partial<Record<keyof Tenant['signInExperience'], unknown>>;

/** Settings that tests depend on. All other settings of the tenant are left as they are. */
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
  'signUpProfileFields',
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

/** Whether new accounts could not sign in again, which a real server refuses: created by a code, with an identifier that accepts none. */
function isDeadEnd({ signIn, signUp }: Pick<Tenant['signInExperience'], 'signIn' | 'signUp'>): boolean {
  const needsCodes = signUp.verify && !signUp.password;
  return needsCodes && signIn.methods.some(({ identifier, verificationCode }) => !verificationCode && identifier !== 'username');
}

/**
 * Settings that a real server accepts. Where sign-up settings would create accounts that cannot sign in, sign-up asks for nothing: tests
 * that only sign in do not depend on it. Only Logto Cloud knows the hosts of disposable addresses, and no test needs them.
 */
function acceptable(settings: Settings): Settings {
  const { signIn, signUp, emailBlocklistPolicy } = settings as Partial<Tenant['signInExperience']>;
  // Only Logto Cloud can hide its name.
  if (settings.hideLogtoBranding) onlyEmbedded(needs.refusedSettings);
  const changed: Settings = { ...settings };
  if (emailBlocklistPolicy?.blockDisposableAddresses) {
    changed.emailBlocklistPolicy = { ...emailBlocklistPolicy, blockDisposableAddresses: false };
  }
  if (signIn && isDeadEnd({ signIn, signUp: signUp ?? defaultTenant.signInExperience.signUp })) {
    if (signUp) onlyEmbedded(needs.refusedSettings);
    changed.signUp = { identifiers: [], password: false, verify: false };
  }
  return changed;
}

/** Skips the test when it needs a state that a real tenant cannot be brought into. */
function checkLimits(wanted: Tenant): void {
  const { decoyConnectors, captcha, distortion, googleOneTap, avatarStorage, emailQuota, customPhrases, signInExperience } =
    wanted;
  if (decoyConnectors.length > 0 || captcha || distortion || googleOneTap) onlyEmbedded(needs.decoys);
  if (signInExperience.socialSignInConnectorTargets.includes('google')) onlyEmbedded(needs.decoys);
  if (signInExperience.passwordExpiration.enabled) onlyEmbedded(needs.clock);
  if (emailQuota !== 'open') onlyEmbedded(needs.emailQuota);
  if (avatarStorage === 'failing') onlyEmbedded(needs.faults);
  // Klingon is not on Logto's list.
  if ('tlh-001' in customPhrases) onlyEmbedded(needs.language);
}

/** The tenant of a real server. Before each test it is reset to the tenant that the embedded server starts with. */
export interface RealTenant {
  /** Settings, custom phrases, profile fields, companies and locked accounts; the rest of {@link Qa} skips the test. */
  readonly qa: Omit<Qa, 'magicLink'>;
  /** Restores the settings from before the run. */
  restore(): Promise<void>;
}

export interface RealTenantOptions {
  /** Identifiers that tests use; their attempts and messages are deleted before each test. */
  readonly targets: readonly string[];
  readonly companies: CompanyProviders;
}

export async function openTenant(management: Management, { targets, companies }: RealTenantOptions): Promise<RealTenant> {
  const before = await management<Settings>('GET', '/sign-in-exp');
  const { status } = await management<{ status: string }>('GET', '/user-assets/service-status');
  const avatarStorage = status === 'ready' ? 'working' : 'missing';
  let present = defaultTenant;
  const set = async (settings: Settings) => {
    await management('PATCH', '/sign-in-exp', acceptable(settings));
  };

  const addFields = async (fields: Tenant['customProfileFields']) => {
    if (fields.length === 0) return;
    const wanted = fields.map(({ name, type, label, description, required, config }) => ({
      ...{ name, type, required, config },
      ...(label === '' ? {} : { label }),
      ...(description === null ? {} : { description }),
    }));
    await management('POST', '/custom-profile-fields/batch', wanted);
    const order = fields.map(({ name, sieOrder }) => ({ name, sieOrder }));
    await management('POST', '/custom-profile-fields/properties/sie-order', { order });
  };
  const addCompanies = async (connectors: Tenant['ssoConnectors']) => {
    for (const connector of connectors) {
      try {
        const { id } = await management<{ id: string }>('POST', '/sso-connectors', companies.connectorFor(connector));
        companies.ids.set(connector.id, id);
      } catch (error) {
        // The server fetches the provider's metadata before it accepts the connector.
        throw String(error).includes('invalid_config') ? new OnlyEmbedded(needs.companies) : error;
      }
    }
  };
  const apply = async (wanted: Tenant) => {
    checkLimits(wanted);
    present = wanted;
    await addFields(wanted.customProfileFields);
    await addCompanies(wanted.ssoConnectors);
    await set(pick(wanted.signInExperience));
    for (const [language, phrases] of Object.entries(wanted.customPhrases)) {
      await management('PUT', `/custom-phrases/${language}`, phrases);
    }
  };

  const forgetFields = async () => {
    for (const { name } of await management<{ name: string }[]>('GET', '/custom-profile-fields')) {
      await management('DELETE', `/custom-profile-fields/${name}`);
    }
  };
  const forgetCompanies = async () => {
    for (const { id } of await management<{ id: string }[]>('GET', '/sso-connectors')) {
      await management('DELETE', `/sso-connectors/${id}`);
    }
  };
  const forgetPhrases = async () => {
    for (const { languageTag } of await management<{ languageTag: string }[]>('GET', '/custom-phrases')) {
      if (!(languageTag in presets['custom-phrases'].apply(defaultTenant).customPhrases)) continue;
      const path = `/custom-phrases/${languageTag}`;
      // The tenant's own language cannot be deleted.
      if (languageTag === defaultTenant.signInExperience.languageInfo.fallbackLanguage) await management('PUT', path, {});
      else await management('DELETE', path);
    }
  };
  const reset = async () => {
    await forgetFields();
    await forgetCompanies();
    await apply(defaultTenant);
    await forgetPhrases();
    await management('POST', '/sentinel-activities/delete', { targetType: 'User', targets });
  };

  return {
    qa: {
      reset,
      preset: (name) => apply(presets[name].apply(defaultTenant)),
      settings: async (signInExperience: Settings) => {
        const asksForAvatar = JSON.stringify(signInExperience.signUpProfileFields)?.includes('"avatar"');
        if (asksForAvatar && present.avatarStorage !== avatarStorage) onlyEmbedded(needs.storage);
        await set(signInExperience);
      },
      faults: async () => onlyEmbedded(needs.faults),
      letTimePass: async () => onlyEmbedded(needs.clock),
      outbox: async () => {
        onlyEmbedded(needs.outbox);
        return [];
      },
      tenant: async () => onlyEmbedded(needs.decoys),
      addUser: async () => onlyEmbedded(needs.decoys),
      users: () => management<User[]>('GET', '/users?page_size=100'),
      captcha: async () => onlyEmbedded(needs.decoys),
      googleLink: () => Promise.reject(new OnlyEmbedded(needs.standIns)),
    },
    restore: async () => {
      await reset();
      await set(pick(before));
    },
  };
}
