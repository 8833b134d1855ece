import { expect } from '@open-wc/testing';
import { screenFixture } from './testing/screen-fixture.ts';

const pixel = (name: string) => `data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7#${name}`;
const connector = (id: string, connectorName: string) => ({
  id,
  connectorName,
  logo: pixel(id),
  darkLogo: pixel(`${id}-dark`),
});
const settings = {
  singleSignOnEnabled: true,
  ssoConnectors: [connector('okta', 'Okta'), connector('entra', 'Entra ID'), connector('other', 'Other')],
};
const step = { name: 'sso-connectors', connectorIds: ['entra', 'okta'], email: 'alice@acme.example' } as const;

describe('the SSO connectors screen', () => {
  it('offers those that cover the address, by name, and starts the pressed one', async () => {
    const { flow, screen, press, text } = await screenFixture(step, {}, { settings });
    const labels = [...screen.querySelectorAll('.sie-button-label')].map(({ textContent }) => textContent.trim());
    expect(labels).to.deep.equal(['Continue with Okta', 'Continue with Entra ID']);
    expect(text()).to.contain('alice@acme.example');
    press('Continue with Entra ID');
    expect(flow.calls).to.deep.equal([['startSso', { connectorId: 'entra' }]]);
  });

  it('shows the logos for dark surfaces on dark surfaces', async () => {
    const { screen } = await screenFixture(step, {}, { settings });
    screen.theme = 'dark';
    await screen.updateComplete;
    expect(screen.querySelector('img')?.src).to.equal(pixel('okta-dark'));
  });

  it('shows only the pressed one busy and keeps the others from being pressed', async () => {
    const { screen } = await screenFixture(
      step,
      { status: 'busy', pending: { command: 'startSso', target: 'entra' } },
      { settings },
    );
    const busy = [...screen.querySelectorAll('[aria-busy=true] .sie-button-label')].map(({ textContent }) => textContent.trim());
    expect(busy).to.deep.equal(['Continue with Entra ID']);
    const open = [...screen.querySelectorAll<HTMLButtonElement>('button.sie-button')].filter(({ disabled }) => !disabled);
    expect(open).to.deep.equal([]);
  });

  it('speaks of no address where none is known', async () => {
    const { text } = await screenFixture({ name: 'sso-connectors', connectorIds: ['okta'] }, {}, { settings });
    expect(text()).to.contain('Choose how your company signs you in.');
  });

  it('leads back to the address when the tenant has none of them any more', async () => {
    const { flow, screen, press } = await screenFixture({ ...step, connectorIds: ['gone'] }, {}, { settings });
    expect(screen.querySelector('.sie-description')?.textContent).to.contain('not enabled');
    press('Enter another email');
    expect(flow.calls).to.deep.equal([
      ['goTo', { step: { name: 'single-sign-on', email: 'alice@acme.example' }, replace: true }],
    ]);
  });

  it('offers none when the tenant has turned single sign-on off', async () => {
    const off = { settings: { ...settings, singleSignOnEnabled: false } };
    const { screen } = await screenFixture(step, {}, off);
    expect(screen.querySelector('.sie-description')?.textContent).to.contain('not enabled');
  });

  it('goes back', async () => {
    const { flow, find } = await screenFixture(step, {}, { settings });
    find('.sie-back').click();
    expect(flow.calls).to.deep.equal([['back']]);
  });

  for (const connectorIds of [['okta', 'entra'], []]) {
    it(`passes axe with ${connectorIds.length} to choose from`, async () => {
      const { screen } = await screenFixture({ ...step, connectorIds }, {}, { settings });
      await expect(screen).to.be.accessible();
    });
  }
});
