import { expect } from '@open-wc/testing';
import type { Step } from '../flow/steps/step.ts';
import { screenFixture } from './testing/screen-fixture.ts';

const link = { token: 'token', email: 'alice@example.com' };
const steps: readonly (readonly [Step, string])[] = [
  [{ name: 'social-callback', connectorId: 'ding', params: {} }, 'Signing you in'],
  [{ name: 'one-time-token', ...link }, 'Signing you in'],
  [{ name: 'reset-token', ...link }, 'Checking your link'],
  [{ name: 'account-check', ...link }, 'Checking your link'],
];

describe('the progress screen', () => {
  for (const [step, words] of steps) {
    it(`${step.name}: shows a heading and a spinner`, async () => {
      const { screen, find } = await screenFixture(step, { status: 'busy' });
      expect(screen.heading).to.equal(words);
      expect(find('h1').textContent).to.equal(words);
      expect(getComputedStyle(find('.sie-spinner')).visibility).to.equal('visible');
      await expect(screen).to.be.accessible();
    });
  }

  it('stands still while a question is asked', async () => {
    const { find } = await screenFixture({ name: 'one-time-token', ...link }, { question: { code: 'terms' } });
    expect(getComputedStyle(find('.sie-spinner')).visibility).to.equal('hidden');
  });
});
