import * as z from 'zod/mini';
import { addProfile, type ProfileValues, uploadAvatar } from '../../client/endpoints/profile.ts';
import type { Client } from '../../client/request.ts';
import { readMissingProfile } from '../../client/schemas/error-data.ts';
import { isCodeIdentifier } from '../../client/schemas/identifier.ts';
import type { Storages } from '../../platform/ports.ts';
import { parseJson, recordOf } from '../../shared/schema.ts';
import { identifierIn } from '../action.ts';
import type { Command } from '../context.ts';
import { problemOf } from '../failures.ts';
import { submitAccount } from '../interaction.ts';
import { pushStep, type Rule, showError } from '../outcome.ts';
import { type TypedIdentifier, typesFor } from '../policy/identifiers.ts';
import type { Problem } from '../problem.ts';
import { checkNewIdentifier } from '../register/commands.ts';
import { codeStep } from '../sign-in/commands.ts';
import type { MissingIdentifier } from '../steps/step.ts';

/** An identifier that the account lacks. */
export const submitMissingIdentifier: Command<{ readonly missing: MissingIdentifier; readonly identifier: TypedIdentifier }> = {
  needsAgreement: undefined,
  once: undefined,
  async run(context, { missing, identifier: typed }) {
    const { client, settings, signal, step } = context;
    const identifier = checkNewIdentifier(typed, typesFor(missing), settings);
    if (isCodeIdentifier(identifier)) {
      const next = await codeStep(context, identifier, { purpose: 'continue', missing });
      return { ...next, ...(step.name === 'missing-identifier' && { from: { ...step, identifier } }) };
    }
    await client.call(addProfile, { type: 'username', value: identifier.value }, { signal });
    return submitAccount(context);
  },
};

/** The tenant's own fields. */
export const submitProfile: Command<{ readonly values: ProfileValues }> = {
  needsAgreement: undefined,
  once: undefined,
  async run(context, { values }) {
    await context.client.call(addProfile, { type: 'extraProfile', values }, { signal: context.signal });
    return submitAccount(context);
  },
};

/** Removed with the rest of the interaction, see `memory.ts`. */
const draftKey = 'sie:1:interaction:draft';

const storedDraft = recordOf(z.string());

/** What was entered on the profile screen and is not stored anywhere else yet, by name of the input. */
export function draftOf({ session }: Pick<Storages, 'session'>): Readonly<Record<string, string>> {
  return parseJson(storedDraft, session.get(draftKey)) ?? {};
}

export function keepDraft({ session }: Pick<Storages, 'session'>, values: Readonly<Record<string, string>>): void {
  session.set(draftKey, JSON.stringify(values));
}

/** A picture with the name of its file. */
export interface Picture extends Blob {
  readonly name: string;
}

/** Where a picture is stored now, or why it is not. */
export type StoredAvatar = { readonly url: string } | { readonly problem: Problem };

/** Stores a picture for the profile. Never rejects. */
export async function storeAvatar(client: Client, picture: Picture, signal: AbortSignal): Promise<StoredAvatar> {
  try {
    return await client.call(uploadAvatar, { file: picture, name: picture.name }, { signal });
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** The tenant asks for more about the account; the server names it in the order to ask for it. */
export const missingProfile: Rule = ({ step, data, problem, action, interaction, identifier }) => {
  const [missing] = readMissingProfile(data) ?? [];
  // Asked for again although it was just given: the server wants something that this page does not know.
  const isAskedAgain =
    missing === (step.name === 'extra-profile' ? 'extraProfile' : step.name === 'missing-identifier' && step.missing);
  if (!missing || isAskedAgain) return showError(problem);
  if (missing === 'extraProfile') return pushStep({ name: 'extra-profile' });
  if (missing !== 'password') return pushStep({ name: 'missing-identifier', missing });
  // What was typed before somebody chose a provider is not what that account is called.
  const isTyped = interaction.proof === undefined || interaction.proof.kind === 'link';
  return pushStep({
    name: 'new-password',
    purpose: 'continue',
    ...(isTyped && identifier && { identifier }),
    ...identifierIn(action.input),
  });
};
