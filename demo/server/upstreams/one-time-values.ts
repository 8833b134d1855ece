import { randomBytes } from 'node:crypto';

/**
 * Hands out unguessable values that stand for something and can be redeemed once, as authorization codes are.
 * A value lives for ten minutes.
 */
export const createOneTimeValues = <T>() => {
  const lifetime = 10 * 60 * 1000;
  const issued = new Map<string, { readonly subject: T; readonly expiresAt: number }>();

  return {
    issue(subject: T): string {
      const value = randomBytes(16).toString('hex');
      issued.set(value, { subject, expiresAt: Date.now() + lifetime });
      return value;
    },
    redeem(value: string): T | undefined {
      const found = issued.get(value);
      issued.delete(value);
      return found && found.expiresAt > Date.now() ? found.subject : undefined;
    },
  };
};
