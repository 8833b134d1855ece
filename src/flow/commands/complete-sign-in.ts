import { identify, submit } from '../../client/endpoints/interaction.ts';
import type { Context, Leave } from '../context.ts';
import { webUrl } from '../policy/redirects.ts';

/** The end of every way in: say who it was, submit, leave for the app. */
export async function completeSignIn({ client, memory, signal }: Context, verificationId: string): Promise<Leave> {
  await client.call(identify, { verificationId }, { signal });
  const { redirectTo = '' } = await client.call(submit, {}, { signal });
  const leave = webUrl(redirectTo);
  memory.finish();
  return { leave, how: 'replace', final: true };
}
