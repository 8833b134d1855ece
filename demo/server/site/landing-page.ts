import { html } from 'hono/html';
import type { ExperienceState } from '../experience/state.ts';
import { people } from '../upstreams/people.ts';
import { document } from './document.ts';

interface Preset {
  readonly name: string;
  readonly description: string;
}

/** Faults that one press lays on the API; the body is what `PUT /qa/faults` takes. */
const faults: readonly { readonly label: string; readonly faults: readonly object[] }[] = [
  { label: 'Every call takes 3 seconds', faults: [{ endpoint: '/api/*', latency: 3000 }] },
  { label: 'Every call takes 20 seconds', faults: [{ endpoint: '/api/*', latency: 20_000 }] },
  { label: 'Connections break', faults: [{ endpoint: '/api/*', offline: true }] },
  { label: 'Submitting fails with 500', faults: [{ endpoint: 'POST /api/experience/submit', status: 500 }] },
  { label: 'Answers end too early', faults: [{ endpoint: '/api/experience/*', malformed: true }] },
  { label: 'The session is lost', faults: [{ endpoint: '/api/experience*', code: 'session.not_found' }] },
];

const action = (label: string, method: string, path: string, body?: unknown, description?: string) =>
  html`<button
    type="button"
    data-method="${method}"
    data-path="${path}"
    data-body="${body === undefined ? '' : JSON.stringify(body)}"
  >
    <span>${label}${description ? html`<small>${description}</small>` : ''}</span>
  </button>`;

/** Tells QA what can be tried and gives the switches for it. */
export const landingPage = (state: ExperienceState, presets: readonly Preset[]) =>
  document({
    title: 'Sign-in demo',
    script: '/demo-assets/landing.js',
    body: html`<header>
        <p class="eyebrow">sign-in-experience</p>
        <h1>Sign-in demo</h1>
        <p class="lead">
          The hosted sign-in page on a certified OIDC provider, with the published DingTalk, Alipay and Aliyun SMS connectors.
          Only the three providers are stand-ins on this machine. Everything is in memory and starts over with the process.
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
          <section class="card">
            <h2>People</h2>
            <div class="scroll">
              <table>
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
                  ${state.users.all.map(
                    (user) =>
                      html`<tr>
                        <td>${user.name ?? ''}${user.isSuspended ? ' (suspended)' : ''}</td>
                        <td>${user.username ?? ''}</td>
                        <td>${user.primaryEmail ?? ''}</td>
                        <td>${user.primaryPhone ? `+${user.primaryPhone}` : ''}</td>
                        <td>${user.password ? html`<code>${user.password}</code>` : 'none'}</td>
                        <td>${Object.keys(user.identities).join(', ')}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>
            <p class="hint">At DingTalk and Alipay you can be ${people.map(({ name }) => name).join(', ')}.</p>
          </section>
          <section class="card">
            <h2>Settings of the tenant</h2>
            <p>Presets replace all settings. Single settings: <code>GET</code> and <code>PATCH /qa/settings</code>.</p>
            <div class="presets">
              ${presets.map(({ name, description }) => action(name, 'POST', '/qa/preset', { name }, description))}
            </div>
          </section>
          <section class="card">
            <h2>Faults and time</h2>
            <p>Faults stay until they are lifted. Any other: <code>PUT /qa/faults</code>.</p>
            <div class="actions">
              ${faults.map((fault) => action(fault.label, 'PUT', '/qa/faults', fault.faults))}
              ${action('Lift all faults', 'DELETE', '/qa/faults')}
              ${action('Let 10 minutes pass', 'POST', '/qa/clock', { advanceMs: 600_000 })}
              ${action('Reset everything', 'POST', '/qa/reset')}
            </div>
          </section>
        </div>
        <p role="status" id="outcome"></p>
      </main>`,
  });
