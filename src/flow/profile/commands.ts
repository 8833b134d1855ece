import * as z from 'zod/mini';
import { addProfile, type ProfileValues, uploadAvatar } from '../../client/endpoints/profile.ts';
import type { Client } from '../../client/request.ts';
import { readMissingProfile } from '../../client/schemas/error-data.ts';
import { isCodeIdentifier } from '../../client/schemas/identifier.ts';
import type { Storages } from '../../platform/ports.ts';
import type { ReadIdentifier } from '../../shared/read-identifier.ts';
import { parseJson, recordOf } from '../../shared/schema.ts';
import { identifierIn } from '../action.ts';
import type { Command } from '../context.ts';
import { problemOf } from '../failures.ts';
import { submitAccount } from '../interaction.ts';
import { storageKey } from '../memory.ts';
import { pushStep, type Rule, showError } from '../outcome.ts';
import { typesFor } from '../policy/identifiers.ts';
import type { Problem } from '../problem.ts';
import { checkNewIdentifier } from '../register/commands.ts';
import { codeStep } from '../sign-in/commands.ts';
import type { MissingIdentifier } from '../steps/step.ts';

/** Submits an identifier that the account lacks. */
export const submitMissingIdentifier: Command<{ readonly missing: MissingIdentifier; readonly identifier: ReadIdentifier }> = {
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

/** Submits the tenant's custom profile fields. */
export const submitProfile: Command<{ readonly values: ProfileValues }> = {
  needsAgreement: undefined,
  once: undefined,
  async run(context, { values }) {
    await context.client.call(addProfile, { type: 'extraProfile', values }, { signal: context.signal });
    return submitAccount(context);
  },
};

/** Removed with the rest of the interaction, see `memory.ts`. */
const draftKey = storageKey('interaction:draft');

const storedDraft = recordOf(z.string());

/** Values of the profile form that are not submitted yet, by input name. */
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

/** The URL of the uploaded picture, or the problem. */
export type StoredAvatar = { readonly url: string } | { readonly problem: Problem };

/** Uploads a picture for the profile. Never rejects. */
export async function storeAvatar(client: Client, picture: Picture, signal: AbortSignal): Promise<StoredAvatar> {
  try {
    return await client.call(uploadAvatar, { file: picture, name: picture.name }, { signal });
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** The account lacks profile data; the server lists what is missing in the order to ask for it. */
export const missingProfile: Rule = ({ step, data, problem, action, interaction, identifier }) => {
  const [missing] = readMissingProfile(data) ?? [];
  // Asked for again although it was just submitted: the server requires something that this page does not know.
  const isAskedAgain =
    missing === (step.name === 'extra-profile' ? 'extraProfile' : step.name === 'missing-identifier' && step.missing);
  if (!missing || isAskedAgain) return showError(problem);
  if (missing === 'extraProfile') return pushStep({ name: 'extra-profile' });
  if (missing !== 'password') return pushStep({ name: 'missing-identifier', missing });
  // An identifier that was typed before the person chose a provider is not that of the provider's account.
  const isTyped = interaction.proof === undefined || interaction.proof.kind === 'link';
  return pushStep({
    name: 'new-password',
    purpose: 'continue',
    ...(isTyped && identifier && { identifier }),
    ...identifierIn(action.input),
  });
};
