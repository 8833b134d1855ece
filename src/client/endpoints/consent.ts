import * as z from 'zod/mini';
import { lenient, object, optional } from '../../shared/schema.ts';
import { json } from '../guard.ts';
import type { Endpoint, NoParameters } from '../request.ts';

const name = lenient(z.string(), null);

const consent = object({
  user: object({
    id: z.string(),
    name,
    avatar: name,
    username: name,
    primaryEmail: name,
    /** Digits with the country code, without a plus. */
    primaryPhone: name,
  }),
  redirectUri: optional(z.string()),
});

/** Who is signed in, and where the app waits for the answer: unchecked, and absent for a device. */
export type Consent = Readonly<z.infer<typeof consent>>;

/** The account that somebody who follows a magic link is signed in with already. Fails with `oidc.access_denied`. */
export const getConsent: Endpoint<NoParameters, Consent> = {
  method: 'GET',
  path: '/api/interaction/consent',
  answer: json(consent),
};
