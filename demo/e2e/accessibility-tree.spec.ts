import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessibilityTree } from './support/accessibility-tree.ts';
import { screenStates } from './support/screen-states.ts';
import { stage } from './support/stage.ts';

const { controlled } = stage();

/** What a screen reader finds on each screen, in its order. */
const expected: Readonly<Record<string, string>> = {
  'sign-in': `
main
  heading "Sign in to your account" level 1
  form
    text "Phone number / Email / Username"
    textbox "Phone number / Email / Username" required
    alert
    button "Sign in"
  text "or"
  button "Continue with DingTalk"
  button "Continue with Alipay"
  text "By continuing, you agree to the "
  link "Terms of Use"
  text "and "
  link "Privacy Policy"
  text "."
  status`,

  'sign-in, nothing typed': `
main
  heading "Sign in to your account" level 1
  form
    text "Phone number / Email / Username"
    textbox "Phone number / Email / Username" (Phone number, email, or username is required) required invalid
    alert
      text "Phone number, email, or username is required"
    button "Sign in"
  text "or"
  button "Continue with DingTalk"
  button "Continue with Alipay"
  text "By continuing, you agree to the "
  link "Terms of Use"
  text "and "
  link "Privacy Policy"
  text "."
  status`,

  'sign-in, phone number': `
main
  heading "Sign in to your account" level 1
  form
    text "Phone number / Email / Username"
    button "Country or region: China +86" haspopup
    textbox "Phone number / Email / Username" = "13800000001" required
    button "Clear"
    alert
    button "Sign in"
  text "or"
  button "Continue with DingTalk"
  button "Continue with Alipay"
  text "By continuing, you agree to the "
  link "Terms of Use"
  text "and "
  link "Privacy Policy"
  text "."
  status`,

  'sign-in, list of countries': `
dialog "Country or region" modal
  heading "Country or region" level 2
  button "Close"
  combobox "Search region code" expanded haspopup
  status
    text "Results: 245"
  listbox "Country or region"`,

  'sign-in, waiting': `
main
  heading "Sign in to your account" level 1
  form
    text "Phone number / Email / Username"
    button "Country or region: China +86" disabled haspopup
    textbox "Phone number / Email / Username" = "13800000001" required readonly
    alert
    button "Sign in" disabled
  text "or"
  button "Continue with DingTalk" disabled
  button "Continue with Alipay" disabled
  text "By continuing, you agree to the "
  link "Terms of Use"
  text "and "
  link "Privacy Policy"
  text "."
  status`,

  'sign-in with password': `
main
  heading "Sign in to your account" level 1
  form
    text "Username / Email / Phone number"
    textbox "Username / Email / Phone number" required
    alert
    text "Password"
    textbox "Password" required
    button "Show password"
    alert
    button "Sign in"
  text "or"
  button "Continue with DingTalk"
  button "Continue with Alipay"
  text "By continuing, you agree to the "
  link "Terms of Use"
  text "and "
  link "Privacy Policy"
  text "."
  status`,

  'sign-in, terms to tick': `
main
  heading "Sign in to your account" level 1
  form
    text "Phone number / Email / Username"
    textbox "Phone number / Email / Username" required
    alert
    checkbox "I have read and agree to the Terms of Use and Privacy Policy"
    text "I have read and agree to the "
    link "Terms of Use"
    text "and "
    link "Privacy Policy"
    alert
    button "Sign in"
  text "or"
  button "Continue with DingTalk"
  button "Continue with Alipay"
  status`,

  'sign-in, question about terms': `
dialog "To proceed, please agree to the Terms of Use and Privacy Policy." modal
  text "To proceed, please agree to the "
  link "Terms of Use"
  text "and "
  link "Privacy Policy"
  text "."
  button "Cancel"
  button "Agree"`,

  'sign-in, many providers': `
main
  heading "Sign in to your account" level 1
  form
    text "Phone number / Email / Username"
    textbox "Phone number / Email / Username" required
    alert
    button "Sign in"
  text "or"
  button "Continue with DingTalk"
  button "Continue with Alipay"
  button "Continue with Provider 01"
  button "Continue with Provider 02"
  button "Continue with Provider 03"
  button "Continue with Provider 04"
  button "More options"
  text "By continuing, you agree to the "
  link "Terms of Use"
  text "and "
  link "Privacy Policy"
  text "."
  status`,

  password: `
main
  button "Back"
  heading "Enter password" level 1
  form
    textbox "Signing in as" = "alice@example.com" readonly
    button "Not you?"
    text "Password"
    textbox "Password" required
    button "Show password"
    alert
    button "Continue"
  button "Sign in with verification code"
  status`,

  'password, wrong': `
main
  button "Back"
  heading "Enter password" level 1
  form
    textbox "Signing in as" = "alice@example.com" readonly
    button "Not you?"
    text "Password"
    textbox "Password" = "•••••" (Incorrect account or password. Please check your input.) required invalid
    button "Show password"
    alert
      text "Incorrect account or password. Please check your input."
    button "Continue"
  button "Sign in with verification code"
  status`,

  'password, waiting': `
main
  button "Back"
  heading "Enter password" level 1
  form
    textbox "Signing in as" = "alice@example.com" readonly
    button "Not you?"
    text "Password"
    textbox "Password" = "•••••" required readonly
    button "Show password"
    alert
    button "Continue" disabled
  button "Sign in with verification code" disabled
  status`,

  code: `
main
  button "Back"
  heading "Verify your phone number" level 1
  text "The verification code has been sent to your phone number +8613800000001"
  form
    text "Verification code"
    textbox "Verification code" required
    alert
    button "Continue"
  text "Not received yet? Resend after 59 seconds"
  button "Sign in with password"
  status`,

  'code, wrong': `
main
  button "Back"
  heading "Verify your phone number" level 1
  text "The verification code has been sent to your phone number +8613800000001"
  form
    text "Verification code"
    textbox "Verification code" = "12" (The verification code is invalid.) required invalid
    alert
      text "The verification code is invalid."
    button "Continue"
  text "Not received yet? Resend after 59 seconds"
  button "Sign in with password"
  status`,

  'code, account unknown': `
dialog "Reminder" (The account with phone number +8613900000000 does not exist.) modal
  heading "Reminder" level 2
  text "The account with phone number +8613900000000 does not exist."
  button "Change"`,

  'account suspended': `
main
  heading "Account suspended" level 1
  text "This account has been suspended. Please contact the administrator for assistance."
  button "Back to sign in"
  text "Support email: "
  link "support@example.com"
  text "Support website: "
  link "https://example.com/support"
  status`,

  'unknown session': `
main
  heading "Your session has ended" level 1
  text "Go back to the app and sign in again from there."
  link "Back to the app"
  text "Support email: "
  link "support@example.com"
  text "Support website: "
  link "https://example.com/support"
  status`,

  unavailable: `
main
  heading "Not available here" level 1
  text "This way of signing in is not available on this page yet. You can sign in another way."
  button "Back to sign in"
  text "path.registerSupport email: "
  link "support@example.com"
  text "Support website: "
  link "https://example.com/support"
  status`,

  error: `
main
  heading "Something went wrong" level 1
  text "The authorization is invalid"
  button "Back to sign in"
  text "callback.incompleteSupport email: "
  link "support@example.com"
  text "Support website: "
  link "https://example.com/support"
  status`,

  'not found': `
main
  heading "404 Not Found" level 1
  text "Check the address, or start again."
  button "Back to sign in"
  text "Support email: "
  link "support@example.com"
  text "Support website: "
  link "https://example.com/support"
  status`,

  'on the way to a provider': `
main
  heading "Signing you in" level 1
  status`,
};

/** Every page ends with it. */
const foot = '\ncontentinfo\n  link "Powered by Logto"';

describe('Assistive technology finds', () => {
  for (const [what, tree] of Object.entries(expected)) {
    it(
      what,
      controlled(async (scene) => {
        await screenStates[what]?.(scene, 'en');
        const found = (await accessibilityTree(scene.page)).replace(/after \d+ seconds/, 'after 59 seconds');
        assert.equal(found, tree.trim() + (tree.includes('dialog') ? '' : foot));
      }),
    );
  }

  it(
    'the button that is waited for busy, not only disabled',
    controlled(async (scene) => {
      await screenStates['password, waiting']?.(scene, 'en');
      await scene.I.seeButton('Continue', { disabled: true, busy: true });
      await scene.I.seeButton('Sign in with verification code', { disabled: true, busy: false });
    }),
  );
});
