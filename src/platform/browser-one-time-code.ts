import type { OneTimeCodeReader } from './one-time-code.ts';

interface OneTimeCodeCredential extends Credential {
  readonly code: string;
}

/**
 * WebOTP (https://wicg.github.io/web-otp/): Chrome on Android only (2026-11), and only for messages whose last line is
 * `@host #code`. Everywhere else `autocomplete="one-time-code"` does the work, so absence is silent.
 */
export function browserOneTimeCodeReader(view: Window = window): OneTimeCodeReader | undefined {
  if (!('OTPCredential' in view)) return undefined;
  return {
    async receive(signal) {
      const request = { otp: { transport: ['sms'] }, signal } as CredentialRequestOptions;
      const credential = (await view.navigator.credentials.get(request).catch(() => null)) as OneTimeCodeCredential | null;
      return credential?.code;
    },
  };
}
