import { isDeepStrictEqual } from 'node:util';
import { html } from 'hono/html';
import { captchaBehaviours } from '../experience/captcha-tokens.ts';
import { presetGroups } from '../experience/presets.ts';
import type { ExperienceState } from '../experience/state.ts';
import type { User } from '../experience/users.ts';
import { people } from '../upstreams/people.ts';
import { document } from './document.ts';
import { journeyGroups } from './journeys.ts';
import { choosePreset } from './qa-request.ts';
import { switchButton, switchGroup } from './switches.ts';

/** Faults that one press lays on the API; the body is what `PUT /qa/faults` takes. */
const faults: readonly { readonly label: string; readonly faults: readonly object[] }[] = [
  { label: 'Every call takes 3 seconds', faults: [{ endpoint: '/api/*', latency: 3000 }] },
  { label: 'Every call takes 20 seconds', faults: [{ endpoint: '/api/*', latency: 20_000 }] },
  { label: 'Connections break', faults: [{ endpoint: '/api/*', offline: true }] },
  { label: 'Submitting fails with 500', faults: [{ endpoint: 'POST /api/experience/submit', status: 500 }] },
  { label: 'Answers end too early', faults: [{ endpoint: '/api/experience/*', malformed: true }] },
  {
    label: 'Messages cannot be sent',
    faults: [{ endpoint: 'POST /api/experience/verification/verification-code', code: 'connector.not_found', status: 501 }],
  },
  { label: 'The session is lost', faults: [{ endpoint: '/api/experience*', code: 'session.not_found' }] },
];

const peopleCard = (users: readonly User[]) =>
  html`<section class="card">
    <h2>People</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="People">
      <table class="wide">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Username</th>
            <th scope="col">E-mail</th>
            <th scope="col">Phone</th>
            <th scope="col">Password</th>
            <th scope="col">Known at</th>
          </tr>
        </thead>
        <tbody>
          ${users.map(
            (user) =>
              html`<tr>
                <td>${user.name ?? ''}${user.isSuspended ? ' (suspended)' : ''}</td>
                <td>${user.username ?? ''}</td>
                <td>${user.primaryEmail ?? ''}</td>
                <td>${user.primaryPhone ? `+${user.primaryPhone}` : ''}</td>
                <td>${user.password ? html`<code>${user.password}</code>` : 'none'}</td>
                <td>
                  ${[...Object.keys(user.identities), ...user.ssoIdentities.map(({ ssoConnectorId }) => ssoConnectorId)].join(
                    ', ',
                  )}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="hint">At DingTalk, Alipay and Google you can be ${people.map(({ name }) => name).join(', ')}.</p>
  </section>`;

const journeysCard = (standInOrigin: string) =>
  html`<section class="card">
    <h2>Journeys</h2>
    <p>Each makes the settings it needs and goes to where it begins.</p>
    ${journeyGroups(standInOrigin).map(({ title, journeys }, index) =>
      switchGroup(
        title,
        journeys.map(({ title: label, hint, requests, start }) => ({ label, description: hint, requests, start })),
        index === 0,
      ),
    )}
  </section>`;

const settingsCard = ({ tenant, initialTenant }: ExperienceState) => {
  const groups = presetGroups.map(({ title, presets }) => ({
    title,
    switches: Object.entries(presets).map(([name, { description, apply }]) => ({
      label: name,
      description,
      requests: [choosePreset(name)],
      choice: { of: 'preset', isMade: isDeepStrictEqual(apply(initialTenant), tenant) },
    })),
  }));
  return html`<section class="card">
    <h2>Settings of the tenant</h2>
    <p>A preset replaces all settings. Single settings: <code>GET</code> and <code>PATCH /qa/settings</code>.</p>
    ${groups.map(({ title, switches }) =>
      switchGroup(
        title,
        switches,
        switches.some(({ choice }) => choice.isMade),
      ),
    )}
  </section>`;
};

const captchaCard = (current: string) =>
  html`<section class="card">
    <h2>Captcha widgets</h2>
    <p>How the stand-ins of Turnstile and reCAPTCHA behave where the settings ask for them.</p>
    <div class="choices">
      ${Object.entries(captchaBehaviours).map(([behaviour, description]) =>
        switchButton({
          label: behaviour,
          description,
          requests: [{ method: 'PUT', path: '/qa/captcha', body: { behaviour } }],
          choice: { of: 'captcha', isMade: behaviour === current },
        }),
      )}
    </div>
  </section>`;

const faultsCard = () =>
  html`<section class="card">
    <h2>Faults and time</h2>
    <p>Faults stay until they are lifted. Any other: <code>PUT /qa/faults</code>.</p>
    <div class="actions">
      ${faults.map((fault) =>
        switchButton({ label: fault.label, requests: [{ method: 'PUT', path: '/qa/faults', body: fault.faults }] }),
      )}
      ${switchButton({ label: 'Lift all faults', requests: [{ method: 'DELETE', path: '/qa/faults' }] })}
      ${switchButton({
        label: 'Let 10 minutes pass',
        requests: [{ method: 'POST', path: '/qa/clock', body: { advanceMs: 600_000 } }],
      })}
      ${switchButton({ label: 'Reset everything', requests: [{ method: 'POST', path: '/qa/reset' }], start: '/' })}
    </div>
  </section>`;

/** Tells QA what can be tried and gives the switches for it. */
export const landingPage = (state: ExperienceState, standInOrigin: string) =>
  document({
    title: 'Sign-in demo',
    script: '/demo-assets/landing.js',
    body: html`<header>
        <p class="eyebrow">sign-in-experience</p>
        <h1>Sign-in demo</h1>
        <p class="lead">
          The hosted sign-in page on a certified OIDC provider, with the published DingTalk, Alipay and Aliyun SMS connectors.
          Only the providers are stand-ins on this machine. Everything is in memory and starts over with the process.
        </p>
      </header>
      <main>
        <div class="grid">
          <section class="card">
            <h2>Demo app</h2>
            <p>A relying party: sign in with any first screen, language or direct sign-in, see the claims, sign out.</p>
            <a class="button primary" href="/demo-app">Open the demo app</a>
          </section>
          <section class="card">
            <h2>Native shells</h2>
            <p>An app with the native SDK: the page in a web view, the Alipay app, the system browser.</p>
            <div class="actions">
              <a class="button" href="/native-shell?platform=ios">iOS</a>
              <a class="button" href="/native-shell?platform=android">Android</a>
            </div>
          </section>
          <section class="card">
            <h2>Inbox</h2>
            <p>Text messages and e-mails with their codes, as they arrive.</p>
            <a class="button" href="/inbox">Open the inbox</a>
          </section>
        </div>
        <div class="stack">
          ${journeysCard(standInOrigin)} ${peopleCard(state.users.all)} ${settingsCard(state)}
          ${captchaCard(state.captchaBehaviour)} ${faultsCard()}
        </div>
        <p role="status" id="outcome"></p>
      </main>`,
  });
