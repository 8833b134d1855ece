/** Public API. `sign-in-experience/define` registers `<sign-in-experience>`; the elements inside it register themselves. */
export { SignInExperience } from './app/sign-in-experience.ts';
export { SieBeforeRedirectEvent, SieProblemEvent, SieReadyEvent, SieStepChangeEvent } from './app/events.ts';
export type { StepName } from './flow/index.ts';
