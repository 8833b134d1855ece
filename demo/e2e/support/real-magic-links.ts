import type { MagicLinkOptions, Qa } from './qa.ts';
import type { Management } from './real-management.ts';

/** Tokens of the Management API, as addresses of the app that begin a sign-in. */
export const magicLinks =
  (management: Management): Qa['magicLink'] =>
  async (email, { interactionEvent, status = 'active', expiresIn = 600 }: MagicLinkOptions = {}) => {
    const { id, token } = await management<{ id: string; token: string }>('POST', '/one-time-tokens', {
      email,
      ...(interactionEvent === undefined ? {} : { context: { interactionEvent } }),
      ...(expiresIn > 0 ? { expiresIn } : {}),
    });
    const became = expiresIn > 0 ? status : 'expired';
    if (became !== 'active') await management('PUT', `/one-time-tokens/${id}/status`, { status: became });

    const query = new URLSearchParams({
      one_time_token: token,
      login_hint: email,
      ...(interactionEvent === 'ForgotPassword' ? { first_screen: 'reset_password' } : {}),
    });
    return { token, email, link: `/?${query.toString()}` };
  };
