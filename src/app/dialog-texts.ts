import { html } from 'lit';
import '../elements/confirm-dialog/confirm-dialog.ts';
import type { Settings } from '../client/index.ts';
import type { DialogQuestion } from '../elements/confirm-dialog/confirm-dialog.ts';
import { termsLinks } from '../elements/templates/terms.ts';
import type { Question } from '../flow/index.ts';
import { namedValues } from './problem-text.ts';
import { writtenValues } from '../localization/account-problems.ts';
import { problemText } from '../localization/problem-messages.ts';
import { interpolate, interpolateTags, msg } from '../localization/messages.ts';

type Values = NonNullable<Question['values']>;

const continueLabel = (): string => msg('Continue', { id: 'action.continue' });
const cancelLabel = (): string => msg('Cancel', { id: 'action.cancel' });

/** Label of the only button: change the identifier. */
const anotherAddress = (values: Values): string =>
  interpolate(msg('Change {{method}}', { id: 'action.change' }), { method: writtenValues(values)['type'] });

/** Texts by the code of the question. */
const questions: Readonly<Record<string, (values: Values, settings: Settings) => Partial<DialogQuestion>>> = {
  terms: (_, settings) => {
    const sentence = msg('To proceed, please agree to the <link></link>.', { id: 'description.agree_with_terms_modal' });
    return {
      text: html`${interpolateTags(sentence, {}, { link: () => termsLinks(settings) })}`,
      confirm: msg('Agree', { id: 'action.agree' }),
      cancel: cancelLabel(),
    };
  },
  'account.create': (values) => ({
    text: interpolate(
      msg('No account found for {{value}}. Create a new one?', { id: 'description.sign_in_id_does_not_exist' }),
      writtenValues(values),
    ),
    confirm: continueLabel(),
    cancel: cancelLabel(),
  }),
  'account.use_existing': (values) => ({
    text: interpolate(
      msg('An account with {{value}} already exists. Continue to sign in.', { id: 'description.create_account_id_exists' }),
      writtenValues(values),
    ),
    confirm: continueLabel(),
    cancel: cancelLabel(),
  }),
  'account.exists': (values) => ({
    text: interpolate(
      msg('The account with {{type}} {{value}} is linked to another account. Please try another {{type}}.', {
        id: 'description.create_account_id_exists_alert',
      }),
      writtenValues(values),
    ),
    confirm: anotherAddress(values),
  }),
  'account.link': (values) => ({
    text: interpolate(
      msg('The account with {{type}} {{value}} already exists. Would you like to link?', {
        id: 'description.link_account_id_exists',
      }),
      writtenValues(values),
    ),
    confirm: msg('Link and continue', { id: 'action.bind_and_continue' }),
    cancel: cancelLabel(),
  }),
  'landing.leave': (values, settings) => ({
    title: msg('Leave this page?', { id: 'sie.question.leave_title' }),
    text: interpolate(
      msg('To sign in with {{name}} you will be sent to {{host}}. Continue only if you know this address.', {
        id: 'sie.question.leave',
      }),
      namedValues(values, settings),
    ),
    confirm: continueLabel(),
    cancel: cancelLabel(),
  }),
  'user.user_not_exist': (values) => ({ confirm: anotherAddress(values) }),
  'password.expired': () => ({
    confirm: msg('Reset password', { id: 'description.password_expiration_reset' }),
    dismissible: false,
  }),
};

/** Title, text and button labels of the dialog for a question of the flow. */
export function dialogTexts({ code, values = {} }: Question, settings: Settings): DialogQuestion {
  const words = Object.hasOwn(questions, code) ? questions[code]?.(values, settings) : undefined;
  const general = { text: problemText({ code, values }), confirm: continueLabel(), dismissible: true };
  // The terms need no title.
  return { ...(code !== 'terms' && { title: msg('Reminder', { id: 'description.reminder' }) }), ...general, ...words };
}
