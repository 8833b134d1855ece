import * as z from 'zod/mini';

export const authorization = z.object({ authorizationUri: z.string(), verificationId: z.string() });

/** Where the identity provider asks the person: unchecked, a native connector has a scheme of its own. */
export type Authorization = Readonly<z.infer<typeof authorization>>;
