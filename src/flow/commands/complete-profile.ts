import { addProfile, type ProfileValues } from '../../client/endpoints/profile.ts';
import type { Command } from '../context.ts';
import { isCodeIdentifier } from '../guards.ts';
import { type TypedIdentifier, typesFor } from '../policy/identifiers.ts';
import { checkNewIdentifier } from '../policy/usernames.ts';
import type { MissingIdentifier } from '../steps/step.ts';
import { finishProfile } from './interaction.ts';
import { codeStep } from './send-code.ts';

/** An identifier that the account lacks. */
export const submitMissingIdentifier: Command<{ readonly missing: MissingIdentifier; readonly identifier: TypedIdentifier }> = {
  async run(context, { missing, identifier: typed }) {
    const { client, settings, signal, step } = context;
    const identifier = checkNewIdentifier(typed, typesFor(missing), settings);
    if (isCodeIdentifier(identifier)) {
      const next = await codeStep(context, identifier, { purpose: 'continue', missing });
      return { ...next, ...(step.name === 'missing-identifier' && { from: { ...step, identifier } }) };
    }
    await client.call(addProfile, { type: 'username', value: identifier.value }, { signal });
    return finishProfile(context);
  },
};

/** The tenant's own fields. */
export const submitProfile: Command<{ readonly values: ProfileValues }> = {
  async run(context, { values }) {
    await context.client.call(addProfile, { type: 'extraProfile', values }, { signal: context.signal });
    return finishProfile(context);
  },
};
