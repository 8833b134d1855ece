/** Public API. Importing this registers nothing: `sign-in-experience/define` does. */
export { SignInExperience } from './app/sign-in-experience.ts';
export { SieBeforeRedirectEvent, SieProblemEvent, SieReadyEvent, SieStepChangeEvent } from './app/events.ts';
export type { StepName } from './flow/index.ts';
