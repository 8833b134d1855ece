import { html } from 'hono/html';
import { document } from './document.ts';

const options = (choices: Readonly<Record<string, string>>) =>
  Object.entries(choices).map(([value, label]) => html`<option value="${value}">${label}</option>`);

const firstScreens = {
  '': 'As the server decides',
  sign_in: 'sign_in',
  register: 'register',
  reset_password: 'reset_password',
  'identifier:sign_in': 'identifier:sign_in',
  'identifier:register': 'identifier:register',
  single_sign_on: 'single_sign_on',
};

const languages = {
  '': "The browser's",
  en: 'English',
  'zh-CN': '简体中文',
  ar: 'العربية',
  de: 'Deutsch',
  'zh-CN en': '简体中文, else English',
};

const directSignIns = {
  '': 'None',
  'social:dingtalk': 'social:dingtalk',
  'social:alipay': 'social:alipay',
  'social:google': 'social:google',
  'sso:sso-acme': 'sso:sso-acme',
  'social:nobody': 'social:nobody (unknown)',
};

const field = (name: string, label: string, control: unknown) =>
  html`<div class="field"><label for="${name}">${label}</label>${control}</div>`;

/** The relying party's only page; also its redirect address. */
export const demoAppPage = () =>
  document({
    title: 'Demo app',
    script: '/demo-assets/demo-app.js',
    body: html`<header>
        <p class="eyebrow"><a href="/">Sign-in demo</a></p>
        <h1>Demo app</h1>
      </header>
      <main>
        <p role="alert" id="problem"></p>
        <form id="sign-in-form" class="card" hidden>
          <p class="lead">You are not signed in.</p>
          <div class="grid">
            ${field(
              'first_screen',
              'First screen',
              html`<select id="first_screen" name="first_screen">
                ${options(firstScreens)}
              </select>`,
            )}
            ${field(
              'ui_locales',
              'Language',
              html`<select id="ui_locales" name="ui_locales">
                ${options(languages)}
              </select>`,
            )}
            ${field(
              'direct_sign_in',
              'Direct sign-in',
              html`<select id="direct_sign_in" name="direct_sign_in">
                ${options(directSignIns)}
              </select>`,
            )}
            ${field('login_hint', 'Login hint', html`<input id="login_hint" name="login_hint" autocomplete="off" />`)}
            ${field(
              'identifier',
              'Identifiers',
              html`<input id="identifier" name="identifier" autocomplete="off" placeholder="email phone" />`,
            )}
            ${field(
              'organization_id',
              'Organization',
              html`<select id="organization_id" name="organization_id">
                ${options({ '': 'None', north: 'north' })}
              </select>`,
            )}
            ${field(
              'prompt',
              'Prompt',
              html`<select id="prompt" name="prompt">
                ${options({ '': 'When needed', login: 'login', consent: 'consent' })}
              </select>`,
            )}
          </div>
          <button class="primary">Sign in</button>
        </form>
        <section id="signed-in" class="card" hidden>
          <h2>You are signed in</h2>
          <div class="scroll">
            <table>
              <caption class="hint">
                Claims of the ID token and of the user info endpoint
              </caption>
              <tbody id="claims"></tbody>
            </table>
          </div>
          <button type="button" id="sign-out">Sign out</button>
        </section>
      </main>`,
  });
