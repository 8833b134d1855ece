import { html } from 'lit';
import '../elements/confirm-dialog/define.ts';
import type { Settings } from '../client/index.ts';
import type { DialogQuestion } from '../elements/confirm-dialog/confirm-dialog.ts';
import { termsLinks } from '../elements/templates/terms.ts';
import type { Question } from '../flow/index.ts';
import { problemText } from '../localization/problem-words.ts';
import { fillParts, msg } from '../localization/words.ts';

/** A question of the flow in words. */
export function dialogQuestion({ code, values = {} }: Question, settings: Settings): DialogQuestion {
  if (code === 'terms') {
    const sentence = msg('To proceed, please agree to the <link></link>.', { id: 'description.agree_with_terms_modal' });
    return {
      text: html`${fillParts(sentence, {}, { link: () => termsLinks(settings) })}`,
      confirm: msg('Agree', { id: 'action.agree' }),
      cancel: msg('Cancel', { id: 'action.cancel' }),
      dismissible: true,
    };
  }
  return {
    title: msg('Reminder', { id: 'description.reminder' }),
    text: problemText({ code, values }),
    confirm: msg('Change', { id: 'sie.action.change' }),
    dismissible: true,
  };
}
