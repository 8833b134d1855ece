import type { Person } from './person.ts';
import type { Setup } from './setup.ts';
import { until } from './until.ts';

/** Authorization request parameters that the app can be told to send. */
export type RequestParameters = Readonly<
  Partial<
    Record<'first_screen' | 'ui_locales' | 'direct_sign_in' | 'login_hint' | 'identifier' | 'organization_id' | 'prompt', string>
  >
>;

/** The relying party: `oidc-client-ts` checks state, nonce, issuer, audience, signature and expiry before it shows any claim. */
export class DemoApp {
  private readonly I: Person;
  private readonly setup: Setup;

  constructor(I: Person, setup: Setup) {
    this.I = I;
    this.setup = setup;
  }

  async open(): Promise<void> {
    await this.I.visit(this.setup.appAddress);
    await until('the app', () => this.I.page.$('body[data-ready]'));
  }

  /** From the app to the hosted page, which shows its first step. */
  async startSignIn(parameters: RequestParameters = {}): Promise<void> {
    await this.leaveForSignIn(parameters);
    await until(
      'the hosted page',
      async () => (await this.I.address()).origin === this.setup.origin && this.I.page.$('[data-step]'),
    );
  }

  /** Leaves the app for the hosted page, wherever that leads. */
  async leaveForSignIn(parameters: RequestParameters = {}): Promise<void> {
    await this.open();
    for (const [name, value] of Object.entries(parameters)) {
      await this.I.page.$eval(
        `[name=${name}]`,
        (control, chosen) => {
          // The app's select offers only some of the values.
          if (control instanceof HTMLSelectElement) control.add(new Option(chosen));
          (control as HTMLInputElement).value = chosen;
        },
        value,
      );
    }
    await this.I.press('Sign in');
  }

  /** Waits for the app to show that it accepted the tokens. Returns the claims. */
  async seeSignedIn(expected: Readonly<Record<string, string>> = {}): Promise<Readonly<Record<string, string>>> {
    let claims: Readonly<Record<string, string>> = {};
    await this.I.see('You are signed in');
    await until(
      async () => `the claims ${JSON.stringify(expected)}, seen ${JSON.stringify(claims)}.`,
      async () => {
        claims = await this.claims();
        return Object.entries({ ...expected, sub: claims['sub'] ?? 'of somebody' }).every(
          // OpenID Connect asks for a plus before a phone number; Logto leaves it out.
          ([name, value]) => claims[name] === value || (name === 'phone_number' && `+${claims[name] ?? ''}` === value),
        );
      },
    );
    return claims;
  }

  private async claims(): Promise<Readonly<Record<string, string>>> {
    const rows = await this.I.page.$$eval('#claims tr', (found) =>
      found.map((row) => [row.querySelector('th')?.textContent ?? '', row.querySelector('td')?.textContent ?? '']),
    );
    return Object.fromEntries(rows) as Record<string, string>;
  }

  async signOut(): Promise<void> {
    await this.I.press('Sign out');
    await this.I.see('You are not signed in');
  }
}
