import phraseResources, { isBuiltInLanguageTag } from '@logto/phrases-experience';
import { ForgotPasswordMethod, fullSignInExperienceGuard } from '@logto/schemas';

import { applyDistortion } from './distortions.ts';
import { signUpFields } from './extra-profile.ts';
import { choosePageLanguage } from './language.ts';
import { mergeDeep } from './merge-deep.ts';
import type { Services } from './services.ts';

/** Looks of an organization win over those of an application, which win over the tenant's. */
const withOverrides = (
  { tenant }: Services['state'],
  { appId, organizationId }: { readonly appId?: string | undefined; readonly organizationId?: string | undefined },
): Record<string, unknown> => {
  const { isThirdParty = false, ...application } = tenant.applications[appId ?? ''] ?? {};
  const organization = tenant.organizations[organizationId ?? ''] ?? {};

  return [isThirdParty ? {} : application, organization].reduce<Record<string, unknown>>(mergeDeep, tenant.signInExperience);
};

const socialConnectorEntries = (services: Services): unknown[] =>
  services.state.tenant.signInExperience.socialSignInConnectorTargets.flatMap((target) =>
    services
      .socialConnectors()
      .filter((connector) => connector.target === target)
      .map(({ id, name, logo, logoDark, platform }) => ({ id, target, name, logo, logoDark, platform })),
  );

const ssoConnectorEntries = ({ tenant }: Services['state']): unknown[] =>
  tenant.signInExperience.singleSignOnEnabled
    ? tenant.ssoConnectors.map(({ id, providerName, branding }) => ({
        id,
        connectorName: branding.displayName ?? providerName,
        logo: branding.logo ?? '',
        darkLogo: branding.darkLogo,
      }))
    : [];

const recoveryMethods = (services: Services): { readonly phone: boolean; readonly email: boolean } => {
  const methods = services.state.tenant.signInExperience.forgotPasswordMethods;
  const isAvailable = (type: 'email' | 'phone', method: ForgotPasswordMethod): boolean =>
    methods?.includes(method) !== false && services.messageConnectors().some((connector) => connector.type === type);

  return {
    phone: isAvailable('phone', ForgotPasswordMethod.PhoneVerificationCode),
    email: isAvailable('email', ForgotPasswordMethod.EmailVerificationCode),
  };
};

const oneTapEntry = (services: Services): unknown => {
  const { googleOneTap } = services.state.tenant;
  const connector = services.socialConnectors().find(({ oneTapClientId }) => oneTapClientId !== undefined);

  return googleOneTap && connector
    ? { ...googleOneTap, clientId: connector.oneTapClientId, connectorId: connector.id }
    : undefined;
};

/** The settings as the page gets them, from the API or written into the HTML. */
export const describeSignInExperience = (
  services: Services,
  request: { readonly appId?: string | undefined; readonly organizationId?: string | undefined },
): unknown => {
  const { state } = services;
  const { trustedDevice: _, ...settings } = withOverrides(state, request);
  const { captcha, signInExperience, distortion } = state.tenant;

  const body = fullSignInExperienceGuard.parse({
    ...settings,
    socialConnectors: socialConnectorEntries(services),
    ssoConnectors: ssoConnectorEntries(state),
    forgotPassword: recoveryMethods(services),
    isDevelopmentTenant: false,
    googleOneTap: oneTapEntry(services),
    captchaConfig: (signInExperience.captchaPolicy.enabled === true ? captcha : undefined) ?? undefined,
    customProfileFields: signUpFields(state.tenant),
    customProfileFieldCatalog: state.tenant.customProfileFields,
  });

  return applyDistortion(distortion, body);
};

export interface PagePhrases {
  /** The language tag that was chosen. */
  readonly language: string;
  /** `{ translation: … }`. */
  readonly phrases: unknown;
}

/** The page's phrases: the built-in ones of the language, else the English ones, under the tenant's own. */
export const describePhrases = (
  { state }: Services,
  request: { readonly named: string | undefined; readonly detected: readonly string[] },
): PagePhrases => {
  const { customPhrases, signInExperience } = state.tenant;
  const language = choosePageLanguage({
    ...request,
    languageInfo: signInExperience.languageInfo,
    customLanguages: Object.keys(customPhrases),
  });
  const builtIn = phraseResources[isBuiltInLanguageTag(language) ? language : 'en'];

  return { language, phrases: { translation: mergeDeep(builtIn.translation, customPhrases[language] ?? {}) } };
};
