import type { Command } from '../context.ts';
import { isCodeIdentifier } from '../guards.ts';
import { askedTypes, checkIdentifier, type TypedIdentifier } from '../policy/identifiers.ts';
import { methodsFor, signInTypes } from '../policy/methods.ts';
import { beginGuarded } from './interaction.ts';
import { codeStep } from './send-code.ts';
import { enter } from './start-sso.ts';

/** Identifier first: on to the company's sign-on, to the password, or send a code where codes come first. */
export const submitIdentifier: Command<{ readonly identifier: TypedIdentifier }> = {
  needsAgreement: 'sign-in',
  async run(context, input) {
    const { settings, step } = context;
    const identifier = checkIdentifier(input.identifier, askedTypes(step, signInTypes(settings)));
    const signOn = await enter(context, identifier);
    if (signOn) return signOn;
    if (!isCodeIdentifier(identifier) || methodsFor(settings, identifier.type).passwordFirst) {
      return { go: { name: 'password', identifier } };
    }
    await beginGuarded(context, 'SignIn');
    return codeStep(context, identifier, { purpose: 'sign-in' });
  },
};
