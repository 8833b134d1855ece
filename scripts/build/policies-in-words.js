/** The policies of every deployment as the guide to hosting shows them. */
import { contentSecurityPolicy, features } from './content-security-policy.js';

/** @typedef {import('./content-security-policy.js').PolicyOptions} PolicyOptions */

const scripts = ["'sha256-<import map>'", "'sha256-<script>'"];

/** @type {readonly (readonly [title: string, options: PolicyOptions])[]} */
const deployments = [
  ['The page, filled by a server or uploaded as custom UI', { scripts }],
  ['The same, with custom CSS of the tenant', { scripts, styles: ["'sha256-<custom CSS>'"] }],
  ['The same, answered to `preview=true` for the live preview', { scripts, preview: ['https://<console>'] }],
  ['A page of your own with the script tag and `nonce` on the element', { styles: ["'nonce-<random>'"] }],
];

const titles = {
  turnstile: 'captcha: Turnstile',
  recaptcha: 'captcha: reCAPTCHA Enterprise',
  'recaptcha.net': 'the same, domain `recaptcha.net`',
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
    'What a tenant turns on adds, in place of `none`:',
    table.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
  ].join('\n\n');
}
