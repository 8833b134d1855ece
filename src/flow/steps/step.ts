import * as z from 'zod/mini';
import {
  type CodeIdentifier,
  type Identifier,
  type IdentifierType,
  type MissingIdentifier,
  missingIdentifiers,
} from '../../client/schemas/identifier.ts';
import type { Settings } from '../../client/schemas/settings.ts';
import { listOf, parseOr } from '../../shared/schema.ts';
import { type CommandName, identifierIn } from '../action.ts';
import type { FieldName } from '../problem.ts';

export type { CodeIdentifier, Identifier, IdentifierType, MissingIdentifier };

/**
 * Every step with the data that its screen needs. Each journey's file adds its steps next to their definitions
 * (https://www.typescriptlang.org/docs/handbook/declaration-merging.html). All other unions derive from this map, so that the
 * compiler reports what a new step lacks.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the files of the journeys
export interface Steps {}

export type StepName = keyof Steps;

/** The step of a name: `{ name, …its data }`. */
export type StepOf<Name extends StepName> = Name extends StepName ? Readonly<{ name: Name } & Steps[Name]> : never;

export type Step = StepOf<StepName>;

/** Query and fragment parameters of a URL, as plain strings. */
export type Params = Readonly<Record<string, string>>;

/** The purpose of a one-time code. */
export type CodePurpose = 'sign-in' | 'register' | 'forgot-password' | 'continue';

/** A first screen that the app limited to these identifiers, with a link to all options. */
export interface Focused {
  readonly focused?: readonly IdentifierType[];
}

/** The account that is signed in. */
export interface CurrentAccount {
  readonly name?: string;
  readonly avatar?: string;
  /** E-mail address, phone number or username; '' if unknown. */
  readonly address: string;
  /** URL of the app. */
  readonly appUrl?: string;
}

/** Names of the steps without data. */
export type PlainStepName = { [Name in StepName]: object extends Steps[Name] ? Name : never }[StepName];

/**
 * Path patterns of the server that lead to a step. `:member` matches one segment, a last `*` any rest. The value tells whether the
 * pattern also writes the step's own address: the first one that matches does; `false` is for addresses that only lead here. The
 * members of a written pattern are members of the step.
 */
export type Paths<Name extends StepName> = Readonly<Record<`/${string}`, boolean | ((step: StepOf<Name>) => boolean)>>;

/** An address that matches a pattern, parsed. */
export interface Address {
  readonly pattern: string;
  /** Values of the `:members` of the pattern, decoded. */
  readonly members: Readonly<Record<string, string>>;
  readonly params: Params;
  /** Data of the history entry, not validated. */
  readonly history: Readonly<Record<string, unknown>>;
  readonly settings: Settings;
}

/**
 * Definition of a step. Every member is required, so that a forgotten one is a compile error.
 */
export interface StepDefinition<Name extends StepName> {
  readonly paths: Paths<Name>;
  /** The step of an address; if its data was lost, the nearest previous step that does not need it. Undefined: no such page. */
  readonly restore: (address: Address) => Step | undefined;
  /**
   * Which data of the step is stored in its history entry, for `restore` after a reload. Data that is part of the address is not, and
   * single-use values such as tokens must not be: every page of the origin can read its history entries.
   */
  readonly keep: { readonly [Member in keyof Steps[Name]]-?: boolean };
  /** Target of Back without history entries of ours: a step where another input is possible. */
  readonly previous: PlainStepName | ((step: StepOf<Name>) => Step);
  /** Inputs that an error can refer to. */
  readonly inputs: readonly FieldName[];
  /** The input works only once, so Back does not return to the step. */
  readonly singleUse: boolean;
  /** Whether the tenant has this step. If not, it resolves to `previous`. */
  readonly available: (settings: Settings, step: StepOf<Name>) => boolean;
  /** The command of a step that runs automatically; its input is the step. */
  readonly run: CommandName | undefined;
}

/** Definitions of a journey's steps. */
export type StepDefinitions<Names extends StepName> = { readonly [Name in Names]: StepDefinition<Name> };

export const defineSteps = <Names extends StepName>(definitions: StepDefinitions<Names>): StepDefinitions<Names> => definitions;

/** `available` of a step that every tenant has. */
export const always = (): boolean => true;

/** `restore` of a step without an address. */
export const never = (): undefined => undefined;

/** For `paths`: the address of a screen that the app limited to some identifiers. */
export function isFocused({ focused }: { readonly focused?: unknown }): boolean {
  return focused !== undefined;
}

const texts = listOf(z.string());

/** The identifiers in the app's address, else those in the history entry, else all. */
export function focusOf<Type extends IdentifierType>(all: readonly Type[], { params, history }: Address): Focused {
  if (all.length === 0) return {};
  const wanted = params['identifier']?.split(/\s+/) ?? parseOr(texts, history['focused']);
  const focused = all.filter((type) => wanted?.includes(type));
  return { focused: focused.length > 0 ? focused : all };
}

/** The identifier in the history entry. */
export const keptIdentifier = ({ history }: Address) => identifierIn(history);

export const missingIdentifierSchema = z.enum(missingIdentifiers);
