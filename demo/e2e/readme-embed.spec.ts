import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { putHostPage } from './support/host-page.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');

/** The page of "The third way, in full", to the letter. */
function pageOfReadme(): string {
  const [, html] = /The third way, in full:\n\n```html\n(.*?)```/s.exec(readme) ?? [];
  assert.ok(html, 'README.md has no page under "The third way, in full".');
  return html;
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

/** Without a nonce the sheet that holds off the page's own rules is refused, and that page has none. */
const expectedViolations = /style-src/;

async function open({ I, page, setup }: Fixtures): Promise<void> {
  await putHostPage(page, { path: '/ours', html: pageOfReadme(), headers: { 'Content-Security-Policy': policy } });
  await I.visit(`${setup.origin}/ours`);
  await I.seeHeading('Sign in to your account');
}

describe('The page of the README, under a strict policy', () => {
  it(
    'signs in to the app that began',
    withPage(
      async (fixtures) => {
        const { app, I, setup } = fixtures;
        const { alice } = setup.people;
        await app.startSignIn();
        await open(fixtures);
        await I.signInWithPassword(alice);
        await app.seeSignedIn({ username: alice.username });
      },
      { expectedViolations },
    ),
  );

  it(
    'shows the form to somebody whom no app sent, and says so when they press',
    withPage(
      async (fixtures) => {
        const { I, setup } = fixtures;
        await open(fixtures);
        await I.type('identifier', setup.people.alice.username);
        await I.press('Sign in');
        await I.type('password', setup.people.alice.password);
        await I.press('Continue');
        await I.seeHeading('Your session has ended');
        await I.seeAddress('/ours');
      },
      { expectedViolations },
    ),
  );
});
