import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Fixtures } from './support/e2e-suite.ts';
import { engine, e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

// The strictest policy lets no form leave at all; what leaves under a usual one must be empty.
const { withPage } = e2eSuite({ policy: 'logto' });

const secret = 'hunter2SECRET';

/** Screens, each with something typed that nobody else may see. */
const screens: Readonly<Record<string, (fixtures: Fixtures) => Promise<void>>> = {
  'identifier and password': async ({ I, app, qa }) => {
    await qa.preset('password-only');
    await app.startSignIn();
    await I.type('identifier', secret);
    await I.type('password', secret);
  },
  'a password alone': async ({ I, app, setup }) => {
    await app.startSignIn();
    await I.type('identifier', setup.people.alice.username);
    await I.press('Sign in');
    await I.seeHeading('Enter password');
    await I.type('password', secret);
  },
  'a code': async ({ I, app, setup }) => {
    await app.startSignIn();
    await I.type('identifier', setup.people.alice.email);
    await I.press('Sign in');
    await I.press('Sign in with verification code');
    await I.seeHeading('Verify your email');
    await I.page.$eval('[name=passcode]', (input, text) => ((input as HTMLInputElement).value = text), secret);
  },
  'a new password': async ({ I, app, qa, setup }) => {
    await qa.preset('username-only');
    await app.startSignIn();
    await I.press('Create account');
    await I.seeHeading('Create your account');
    await I.type('identifier', setup.stranger.username);
    await I.press('Create account');
    await until('the new password', () => I.page.$('[data-step=new-password] [name=newPassword]'));
    await I.type('newPassword', secret);
  },
};

const ignore = (): void => undefined;

const inPage = (leave: (form: HTMLFormElement) => void) => (page: Page) => page.$eval('form', leave);

const stopHandlers = (page: Page) =>
  page.evaluate(() => {
    window.addEventListener('submit', (event) => event.stopImmediatePropagation(), true);
  });

/** Whether the form is as we made it: then the page stays, and what was typed with it. */
const ways: Readonly<Record<string, { readonly stays: boolean; readonly leave: (page: Page) => Promise<unknown> }>> = {
  'a script that submits it': {
    stays: true,
    leave: inPage((form) => {
      try {
        HTMLFormElement.prototype.submit.call(form);
      } catch {
        // Firefox throws where there is no dialog.
      }
    }),
  },
  'Enter, where our handler is kept from running': {
    stays: true,
    leave: async (page) => {
      await stopHandlers(page);
      await page.focus('form input:not([readonly])');
      await page.keyboard.press('Enter');
    },
  },
  'the button, where our handler is kept from running': {
    stays: true,
    leave: async (page) => {
      await stopHandlers(page);
      await page.click('form button[type=submit]');
    },
  },
  'a button that an extension adds': {
    stays: true,
    leave: async (page) => {
      await stopHandlers(page);
      await page.$eval('form', (form) => {
        form.appendChild(document.createElement('button')).click();
      });
    },
  },
  'a method that a script sets': {
    stays: false,
    leave: inPage((form) => {
      form.method = 'get';
      HTMLFormElement.prototype.submit.call(form);
    }),
  },
  'a method and an address that a script sets': {
    stays: false,
    leave: inPage((form) => {
      form.method = 'post';
      form.action = '/sign-in?posted';
      HTMLFormElement.prototype.submit.call(form);
    }),
  },
  'a button with a method': {
    stays: false,
    leave: async (page) => {
      await stopHandlers(page);
      await page.$eval('form button[type=submit]', (button) => {
        Object.assign(button, { formMethod: 'get' });
        button.click();
      });
    },
  },
};

describe('Typed values are in no address and no request of a native form submission', () => {
  for (const [what, arrive] of Object.entries(screens)) {
    for (const [how, { stays, leave }] of Object.entries(ways)) {
      it(
        `${what}: ${how}`,
        withPage(
          async (fixtures) => {
            const { page, I } = fixtures;
            await arrive(fixtures);
            const address = page.url();
            const length = await page.evaluate(() => history.length);
            const sent: string[] = [];
            page.on('request', (request) => {
              sent.push(request.url(), JSON.stringify(request.headers()));
              // Firefox shows no bodies.
              if (request.hasPostData()) void request.fetchPostData().then((body) => sent.push(body ?? ''), ignore);
            });
            const arrived = stays ? undefined : page.waitForNavigation({ waitUntil: 'domcontentloaded' });
            await leave(page);
            await arrived;
            if (stays) {
              // A form that leaves has begun to by the time that the server has answered.
              await page.evaluate(() => fetch('/api/.well-known/phrases'));
              assert.equal(page.url(), address);
              assert.equal(await page.evaluate(() => history.length), length);
              assert.ok(await page.$$eval('form input', (inputs, text) => inputs.some(({ value }) => value === text), secret));
            }
            const entries = await page.evaluate(() => [
              location.href,
              document.referrer,
              ...performance.getEntries().map(({ name }) => name),
            ]);
            assert.deepEqual(
              [...sent, ...entries, ...I.traffic.requests.map(({ url }) => url.href)].filter((each) => each.includes(secret)),
              [],
            );
          },
          // Left in the middle of things.
          { expectedErrors: engine === 'firefox' ? /./ : /^$/ },
        ),
      );
    }
  }
});
