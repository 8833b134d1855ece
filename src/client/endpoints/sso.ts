import * as z from 'zod/mini';
import { shape } from '../guard.ts';
import type { Endpoint } from '../request.ts';

export interface FindSsoConnectors {
  readonly email: string;
}

const found = z.object({ connectorIds: z.array(z.string()) });

/** Empty when nobody's single sign-on covers the address. */
export type FoundSsoConnectors = Readonly<z.infer<typeof found>>;

/** Finds the enterprise connectors that an e-mail address must sign in with. */
export const findSsoConnectors: Endpoint<FindSsoConnectors, FoundSsoConnectors> = {
  method: 'GET',
  path: '/api/experience/sso-connectors',
  query: ({ email }) => ({ email }),
  answer: shape(found),
};
