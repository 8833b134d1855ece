/** Somebody who works at a company and signs in with its identity provider. */
export interface Employee {
  /** Names the person in a login form, and to the company's provider. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  /** Whether the company vouches for the address. */
  readonly isEmailVerified: boolean;
}

export interface Company {
  readonly name: string;
  /** Host of its identity provider. */
  readonly host: string;
  /** Of the enterprise connector at this server. */
  readonly connectorId: string;
  readonly domains: readonly string[];
  readonly color: string;
  readonly employees: readonly Employee[];
}

/** What the operator got when registering at the companies. Both ends are stand-ins on loopback, so it guards nothing. */
export const ssoClient = { clientId: 'sign-in-demo', clientSecret: 'known-to-both-stand-ins' } as const;

export const issuerOf = ({ host }: Company): string => `https://${host}`;

/** Erin has signed in before, Frank has an account with his address only, Gina is new, nobody vouches for Hank's address. */
const acme: Company = {
  name: 'Acme',
  host: 'login.acme.example',
  connectorId: 'sso-acme',
  domains: ['acme.example', 'shared.example'],
  color: '#b3261e',
  employees: [
    { key: 'acme-erin', name: 'Erin Acme', email: 'erin@acme.example', isEmailVerified: true },
    { key: 'acme-frank', name: 'Frank Acme', email: 'frank@acme.example', isEmailVerified: true },
    { key: 'acme-gina', name: 'Gina Acme', email: 'gina@acme.example', isEmailVerified: true },
    { key: 'acme-hank', name: 'Hank Acme', email: 'hank@acme.example', isEmailVerified: false },
  ],
};

const globex: Company = {
  name: 'Globex',
  host: 'login.globex.example',
  connectorId: 'sso-globex',
  domains: ['globex.example', 'shared.example'],
  color: '#00695c',
  employees: [{ key: 'globex-ivy', name: 'Ivy Globex', email: 'ivy@globex.example', isEmailVerified: true }],
};

/** Both own shared.example: an address there belongs to two connectors. */
export const companies = { acme, globex } as const;
