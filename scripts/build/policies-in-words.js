/** The policies of every deployment, as Markdown for the hosting guide. */
import { contentSecurityPolicy, features } from './content-security-policy.js';

/** @typedef {import('./content-security-policy.js').PolicyOptions} PolicyOptions */

const scripts = ["'sha256-<import map>'", "'sha256-<script>'"];

/** @type {readonly (readonly [title: string, options: PolicyOptions])[]} */
const deployments = [
  ['The hosted page, with settings from the server or as custom UI', { scripts }],
  ['The hosted page of a tenant with custom CSS', { scripts, styles: ["'sha256-<custom CSS>'"] }],
  ['The hosted page for the live preview (`preview=true`)', { scripts, preview: ['https://<console>'] }],
  ['A page of your own with the script tag, and `nonce` on the element', { styles: ["'nonce-<random>'"] }],
];

const titles = {
  turnstile: 'captcha: Turnstile',
  recaptcha: 'captcha: reCAPTCHA Enterprise',
  'recaptcha.net': 'reCAPTCHA Enterprise, domain `recaptcha.net`',
  'one-tap': 'Google One Tap',
};

/** @param {PolicyOptions} options */
const fence = (options) => `\`\`\`\n${contentSecurityPolicy(options).replaceAll('; ', ';\n')}\n\`\`\``;

/** @returns {string} Markdown */
export function policiesInWords() {
  const directives = ['script-src', 'style-src', 'frame-src', 'connect-src', 'form-action'];
  const rows = Object.entries(features).map(([feature, sources]) => [
    titles[/** @type {keyof typeof titles} */ (feature)],
    ...directives.map((directive) => (sources[directive] ?? []).map((source) => `\`${source}\``).join(' ')),
  ]);
  const table = [
    ["tenant's setting", ...directives.map((directive) => `\`${directive}\``)],
    ['---', ...directives.map(() => '---')],
    ...rows,
  ];
  return [
    ...deployments.flatMap(([title, options]) => [`${title}:`, fence(options)]),
    'Features that a tenant can turn on need these sources in addition, instead of `none`:',
    table.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
  ].join('\n\n');
}
