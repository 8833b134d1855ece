import { SignInExperience } from './app/sign-in-experience.ts';
import { define } from './elements/element.ts';

/** Registers `<sign-in-experience>`. */
define('sign-in-experience', SignInExperience);
