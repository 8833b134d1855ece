import type { Report } from '../received.ts';
import type { Settings } from './settings.ts';
import { count, flag, group, oneOf, or, silent, some } from './tolerant.ts';

const factor = oneOf(['Totp', 'WebAuthn', 'BackupCode', 'EmailVerificationCode', 'PhoneVerificationCode']);

const policy = oneOf([
  'UserControlled',
  'Mandatory',
  'PromptOnlyAtSignIn',
  'PromptAtSignInAndSignUp',
  'NoPrompt',
  'PromptAtSignInAndSignUpMandatory',
  'PromptOnlyAtSignInMandatory',
]);

const mfa = group({
  factors: some(factor),
  policy: or(policy, 'NoPrompt'),
  organizationRequiredMfaPolicy: or(oneOf(['NoPrompt', 'Mandatory']), 'NoPrompt'),
});

const trustedDevice = group({ enabled: flag, durationDays: count(30) });

export type MfaFactor = ReturnType<typeof factor>;
/** Which second factors the tenant has, and when it asks for one. */
export type Mfa = ReturnType<typeof mfa>;
/** Whether, and for how many days, a device may do without a second factor. */
export type TrustedDevice = ReturnType<typeof trustedDevice>;

/** Guards the settings of second factors; what is absent is off. */
export function readMfa(settings: Settings, report: Report = silent): Mfa {
  return mfa(settings.mfa, 'mfa', report);
}

/** Guards the settings of trusted devices; what is absent is off. */
export function readTrustedDevice(settings: Settings, report: Report = silent): TrustedDevice {
  return trustedDevice(settings.trustedDevice, 'trustedDevice', report);
}
