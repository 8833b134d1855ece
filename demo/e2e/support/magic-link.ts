import type { MagicLinkOptions } from './qa.ts';
import type { Scene } from './stage.ts';

/** Opens the mail and follows what is in it. Gives the token back. */
export async function followLink(
  { I, qa, setup }: Pick<Scene, 'I' | 'qa' | 'setup'>,
  email: string,
  options: MagicLinkOptions = {},
): Promise<string> {
  const { token, link } = await qa.magicLink(email, options);
  await I.visit(new URL(link, setup.appAddress).href);
  return token;
}
