import type { MagicLinkOptions } from './qa.ts';
import type { Fixtures } from './e2e-suite.ts';

/** Creates a magic link and opens it. Returns the token. */
export async function followLink(
  { I, qa, setup }: Pick<Fixtures, 'I' | 'qa' | 'setup'>,
  email: string,
  options: MagicLinkOptions = {},
): Promise<string> {
  const { token, link } = await qa.magicLink(email, options);
  await I.visit(new URL(link, setup.appAddress).href);
  return token;
}
