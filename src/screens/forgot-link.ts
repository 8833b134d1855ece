import type { TemplateResult } from 'lit';
import { link } from '../elements/templates/link.ts';
import type { Flow, Identifier } from '../flow/index.ts';
import { msg } from '../localization/words.ts';

/**
 * The way on for people who do not know their password; `undefined` where the tenant has none.
 * @param known who it is, as far as that was typed; asked when the link is pressed
 */
export function forgotLink(
  flow: Flow,
  waiting: boolean,
  known: () => Identifier | undefined | Promise<Identifier | undefined>,
): TemplateResult | undefined {
  if (flow.offer.recovery.length === 0) return undefined;
  const press = async () => {
    const identifier = await known();
    await flow.do.goTo({ step: { name: 'forgot-password', ...(identifier && { identifier }) } });
  };
  return link({
    label: msg('Forgot your password?', { id: 'action.forgot_password' }),
    press: () => void press(),
    disabled: waiting,
  });
}
