/** The screens after the first one in the usual journeys, in one module that is fetched ahead. */
import './forgot-password-screen.ts';
import './message-screen.ts';
import './missing-identifier-screen.ts';
import './new-password-screen.ts';
import './password-screen.ts';
import './progress-screen.ts';
import './register-screen.ts';
import './single-sign-on-screen.ts';
import './social-link-screen.ts';
import './sso-connectors-screen.ts';
import './switch-account-screen.ts';
import './verification-code-screen.ts';
