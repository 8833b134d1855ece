import * as z from 'zod/mini';

/** The answer of every verification call: the record that the next call refers to. */
export const verification = z.object({ verificationId: z.string() });
export type Verification = z.infer<typeof verification>;
