import { startInteraction } from '../../client/endpoints/interaction.ts';
import type { Command } from '../context.ts';
import { isCodeIdentifier } from '../guards.ts';
import { checkIdentifier, type TypedIdentifier } from '../policy/identifiers.ts';
import { methodsFor, signInTypes } from '../policy/methods.ts';
import { codeStep } from './send-code.ts';

/** Identifier first: on to the password, or send a code where codes come first (flows 5.3). */
export const submitIdentifier: Command<{ readonly identifier: TypedIdentifier }> = {
  needsAgreement: true,
  async run(context, input) {
    const { client, memory, settings, signal } = context;
    const identifier = checkIdentifier(input.identifier, signInTypes(settings));
    memory.rememberIdentifier(identifier);
    if (!isCodeIdentifier(identifier) || methodsFor(settings, identifier.type).passwordFirst) {
      return { go: { name: 'password', identifier } };
    }
    await client.call(startInteraction, { interactionEvent: 'SignIn' }, { signal });
    return codeStep(context, identifier);
  },
};
