import * as z from 'zod/mini';
import { type CodeIdentifier, type Identifier, type IdentifierType, identifierTypes } from '../../client/schemas/identifier.ts';
import type { Settings } from '../../client/schemas/settings.ts';
import { listOf, parseOr } from '../../shared/schema.ts';
import { type CommandName, identifierIn } from '../action.ts';
import type { MissingIdentifier } from '../policy/tenant.ts';
import type { FieldName } from '../problem.ts';

export type { CodeIdentifier, Identifier, IdentifierType, MissingIdentifier };

/**
 * Every place a person can be, with what its screen needs to know. Each journey's file adds its steps beside their definitions
 * (https://www.typescriptlang.org/docs/handbook/declaration-merging.html). All other unions derive from this map, so that the
 * compiler lists what a new step lacks.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the files of the journeys
export interface Steps {}

export type StepName = keyof Steps;

/** The step a name stands for: `{ name, …its data }`. */
export type StepOf<Name extends StepName> = Name extends StepName ? Readonly<{ name: Name } & Steps[Name]> : never;

export type Step = StepOf<StepName>;

/** Query and fragment parameters of a URL, as plain strings. */
export type Params = Readonly<Record<string, string>>;

/** What a one-time code is for. */
export type CodePurpose = 'sign-in' | 'register' | 'forgot-password' | 'continue';

/** A first screen that the app narrowed down: only these identifiers, and a link to everything else. */
export interface Focused {
  readonly focused?: readonly IdentifierType[];
}

/** Who is signed in already. */
export interface CurrentAccount {
  readonly name?: string;
  readonly avatar?: string;
  /** E-mail address, phone number or username; '' when none is known. */
  readonly address: string;
  /** Where the app waits for them. */
  readonly appUrl?: string;
}

/** Steps that need no data: their name says all. */
export type PlainStepName = { [Name in StepName]: object extends Steps[Name] ? Name : never }[StepName];

/**
 * Addresses that lead to a step, the server's own. `:member` stands for one segment, a last `*` for any rest. Beside each pattern:
 * whether the step's own address is written by it. The first that fits is; `false` is for addresses that only lead here. A member
 * of a pattern that is written is a member of the step.
 */
export type Paths<Name extends StepName> = Readonly<Record<`/${string}`, boolean | ((step: StepOf<Name>) => boolean)>>;

/** An address that fits a pattern, taken apart. */
export interface Address {
  readonly pattern: string;
  /** What stands for the `:members` of the pattern, decoded. */
  readonly members: Readonly<Record<string, string>>;
  readonly params: Params;
  /** What the history entry holds. Unguarded. */
  readonly history: Readonly<Record<string, unknown>>;
  readonly settings: Settings;
}

/**
 * All that the flow knows about a step. Every member is required: what was forgotten is a compile error, never a default.
 */
export interface StepDefinition<Name extends StepName> {
  readonly paths: Paths<Name>;
  /** The step of an address; where its data was lost, the nearest earlier step that needs none of it. Undefined: no such page. */
  readonly restore: (address: Address) => Step | undefined;
  /**
   * Which data of the step goes into its history entry, for `restore` after a reload. Not what the address says, and never what works
   * once, such as a token: pages of the same origin can read history entries.
   */
  readonly keep: { readonly [Member in keyof Steps[Name]]-?: boolean };
  /** Where Back leads when the history holds nothing of ours: to where something else can be entered. */
  readonly previous: PlainStepName | ((step: StepOf<Name>) => Step);
  /** Inputs that a refusal can point at. */
  readonly inputs: readonly FieldName[];
  /** What was entered is used up by success, so there is no way back to the step. */
  readonly singleUse: boolean;
  /** Whether the tenant has this step. Where not, it resolves to `previous`. */
  readonly available: (settings: Settings, step: StepOf<Name>) => boolean;
  /** The command of a step that nobody has to touch; it runs with the step as its input as soon as that is reached. */
  readonly run: CommandName | undefined;
}

/** Definitions of a journey's steps. */
export type StepDefinitions<Names extends StepName> = { readonly [Name in Names]: StepDefinition<Name> };

export const defineSteps = <Names extends StepName>(definitions: StepDefinitions<Names>): StepDefinitions<Names> => definitions;

/** `available` of a step that every tenant has. */
export const always = (): boolean => true;

/** `restore` of a step that no address leads to. */
export const never = (): undefined => undefined;

/** In `paths`: the address of a screen that the app narrowed down. */
export function isFocused({ focused }: { readonly focused?: unknown }): boolean {
  return focused !== undefined;
}

const texts = listOf(z.string());

/** The identifiers that the app wants, else those that a reload kept, else all. */
export function focusOf<Type extends IdentifierType>(all: readonly Type[], { params, history }: Address): Focused {
  if (all.length === 0) return {};
  const wanted = params['identifier']?.split(/\s+/) ?? parseOr(texts, history['focused']);
  const focused = all.filter((type) => wanted?.includes(type));
  return { focused: focused.length > 0 ? focused : all };
}

/** The identifier that the step keeps. */
export const keptIdentifier = ({ history }: Address) => identifierIn(history);

export const missingIdentifierSchema = z.enum([...identifierTypes, 'emailOrPhone']);
