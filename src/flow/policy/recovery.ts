import type { Settings } from '../../client/schemas/settings.ts';

/** Identifiers that a lost password can be replaced with; empty where it cannot. */
export const recoveryTypes = ({ forgotPassword: { email, phone } }: Settings): readonly ('email' | 'phone')[] => [
  ...(email ? (['email'] as const) : []),
  ...(phone ? (['phone'] as const) : []),
];
