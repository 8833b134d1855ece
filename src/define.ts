import { SignInExperience } from './app/sign-in-experience.ts';
import { define } from './elements/element.ts';

/** Registers `<sign-in-experience>`; importing this is the only side effect of the package. */
define('sign-in-experience', SignInExperience);
