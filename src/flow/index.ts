/** The sign-in flow without user interface or DOM: its state and its commands. */
export { createFlow } from './flow.ts';
export type { Flow, FlowOptions } from './flow-api.ts';
export type { CommandName } from './action.ts';
export type { CommandInput } from './commands.ts';
export { createMemory, type Memory, openSession, type Session } from './memory.ts';
export { pathToStep, stepToPath } from './steps/addresses.ts';
export {
  type FirstScreen,
  firstScreen,
  type Methods,
  methodsFor,
  signInTerms,
  signInTypes,
  type TermsDisplay,
  usableConnectors,
} from './policy/tenant.ts';
export type { FieldName, FieldProblem, Notice, Problem } from './problem.ts';
export type { FlowState, Question } from './state.ts';
export type { Picture, StoredAvatar } from './profile/commands.ts';
export type {
  CodeIdentifier,
  CodePurpose,
  CurrentAccount,
  Identifier,
  IdentifierType,
  MissingIdentifier,
  Step,
  StepName,
  StepOf,
  Steps,
} from './steps/index.ts';
export type { SignInOptions } from './sign-in-options.ts';
export type { KnownIdentifier } from '../shared/identifier.ts';
