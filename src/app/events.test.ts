import { expect } from '@open-wc/testing';
import * as avatar from '../elements/avatar-field/avatar-field.ts';
import * as code from '../elements/code-field/code-field.ts';
import * as dialog from '../elements/confirm-dialog/confirm-dialog.ts';
import * as country from '../elements/country-list/country-list.ts';
import * as details from '../elements/problem-details/problem-details.ts';
import * as social from '../elements/social-buttons/social-buttons.ts';
import * as app from './events.ts';

type EventClass = (new (...given: string[]) => Event) & { readonly eventName: string };

/** What each event of ours may say; none of it is a password, a code or an identifier. */
const fields: Readonly<Record<string, readonly string[]>> = {
  'sie-ready': [],
  'sie-step-change': ['step', 'from'],
  'sie-problem': ['code', 'where', 'requestId'],
  'sie-before-redirect': ['url'],
  'sie-avatar-change': ['busy'],
  'sie-code-complete': [],
  'sie-dialog-answer': ['accepted'],
  'sie-country-choose': ['country'],
  'sie-connector-choose': ['connectorId'],
  'sie-wait-end': [],
};

const classes = [app, avatar, code, dialog, country, details, social]
  .flatMap((module) => Object.values(module) as unknown as EventClass[])
  .filter((value) => value.eventName);

describe('events', () => {
  it('are all in this list', () => {
    expect(classes.map(({ eventName }) => eventName).sort()).to.deep.equal(Object.keys(fields).sort());
  });

  for (const Class of classes) {
    it(`${Class.eventName} says only what it may, and stays inside a shadow root`, () => {
      const event = new Class('one', 'two', 'three', 'four');
      expect(event.type).to.equal(Class.eventName);
      expect(Object.keys(event).filter((name) => name !== 'isTrusted')).to.deep.equal(fields[Class.eventName]);
      expect(event).not.to.be.instanceOf(CustomEvent);
      expect(event.composed).to.equal(false);
    });
  }

  it('of the code field go to its form alone', () => {
    expect(new code.SieCodeCompleteEvent().bubbles).to.equal(false);
  });
});
