import { expect } from '@open-wc/testing';
import type { CurrentAccount } from '../flow/steps/step.ts';
import { screenFixture } from './testing/screen-fixture.ts';

const alice: CurrentAccount = {
  name: 'Alice Liddell',
  address: 'alice@example.com',
  avatar: 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  appUrl: 'https://app.example.com',
};
const stepFor = (current: CurrentAccount) =>
  ({ name: 'switch-account', token: 'token', email: 'bob@example.com', current }) as const;

describe('the screen for switching accounts', () => {
  it('shows who is signed in', async () => {
    const { find } = await screenFixture(stepFor(alice));
    const card = find('.sie-account-text');
    expect(card.textContent).to.contain('Alice Liddell');
    expect(card.textContent).to.contain('You are currently signed in as alice@example.com');
  });

  it('does not tell the host of the picture where it is shown, nor the screen reader that there is one', async () => {
    const { find } = await screenFixture(stepFor(alice));
    expect(find<HTMLImageElement>('.sie-account img')).to.include({ referrerPolicy: 'no-referrer', alt: '' });
  });

  it('shows a letter while there is no picture', async () => {
    const { find, screen } = await screenFixture(stepFor({ address: 'alice@example.com' }));
    expect(screen.querySelector('.sie-account img')).to.equal(null);
    expect(find('.sie-account-picture').textContent.trim()).to.equal('a');
  });

  it('shows a letter in place of a picture that cannot be loaded', async () => {
    const { find } = await screenFixture(stepFor(alice));
    const picture = find<HTMLImageElement>('.sie-account img');
    picture.dispatchEvent(new Event('error'));
    expect(picture.checkVisibility()).to.equal(false);
    expect(find('.sie-account-picture').innerText.trim()).to.equal('A');
  });

  it('goes on as whom the link is for', async () => {
    const { flow, press } = await screenFixture(stepFor(alice));
    press('Continue as bob@example.com');
    const step = { name: 'one-time-token', token: 'token', email: 'bob@example.com' };
    expect(flow.calls).to.deep.equal([['goTo', { step, replace: true }]]);
  });

  it('leads back to the app as who is signed in', async () => {
    const { find } = await screenFixture(stepFor(alice));
    expect(find<HTMLAnchorElement>('a')).to.include({ href: 'https://app.example.com/', textContent: 'Back to current account' });
  });

  it('leads back to where the person came from when the server names no app, and else to the sign-in', async () => {
    const { address } = alice;
    const came = await screenFixture(stepFor({ address }), {}, { appUrl: 'https://came.example.com/' });
    expect(came.find<HTMLAnchorElement>('a').href).to.equal('https://came.example.com/');
    const { flow, press } = await screenFixture(stepFor({ address }));
    press('Back to sign in');
    expect(flow.calls).to.deep.equal([['goTo', { step: { name: 'sign-in' }, replace: true }]]);
  });

  it('shows no card of somebody the server says nothing about', async () => {
    const { screen } = await screenFixture(stepFor({ address: '' }));
    expect(screen.querySelector('.sie-account')).to.equal(null);
  });

  it('keeps long names and addresses inside the card', async () => {
    const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(4);
    const { find } = await screenFixture(stepFor({ name: long, address: `${long}@example.com` }));
    const card = find('.sie-account');
    expect(card.scrollWidth).to.be.at.most(card.clientWidth);
  });

  for (const [what, current] of [
    ['everything known', alice],
    ['nothing known', { address: '' }],
  ] as const) {
    it(`passes axe with ${what}`, async () => {
      const { screen } = await screenFixture(stepFor(current));
      await expect(screen).to.be.accessible();
    });
  }
});
