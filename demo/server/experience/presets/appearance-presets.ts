import { type Preset, settings } from './preset.ts';

const manyConnectors = Array.from({ length: 40 }, (_, index) => {
  const number = String(index + 1).padStart(2, '0');

  return { target: `provider-${number}`, name: { en: `Provider ${number}`, 'zh-CN': `服务商 ${number}` } };
});

const customCss = `
:root { --sie-brand: #b3261e; }
.logto_main-content { background: #fff8e1; border: 2px dashed #b3261e; }
.logto_branding-header { letter-spacing: 0.08em; }
button[type='submit'] { border-radius: 0; }
`;

/** What the page looks like, and the words it uses. */
export const appearancePresets = {
  dark: settings('Colours that differ much between light and dark', {
    color: { primaryColor: '#004d40', isDarkModeEnabled: true, darkPrimaryColor: '#ffd54f' },
  }),
  'light-only': settings('Dark mode switched off', {
    color: { primaryColor: '#3d5afe', isDarkModeEnabled: false, darkPrimaryColor: '#8c9eff' },
  }),
  'pale-brand': settings('A brand colour too pale for white text', {
    color: { primaryColor: '#fff59d', isDarkModeEnabled: true, darkPrimaryColor: '#fff9c4' },
  }),
  'custom-css': settings('CSS of the tenant, for light colours', {
    customCss,
    color: { primaryColor: '#b3261e', isDarkModeEnabled: false, darkPrimaryColor: '#b3261e' },
  }),
  'custom-phrases': {
    description: 'Some words changed, and Welsh added',
    apply: (tenant) => ({
      ...tenant,
      customPhrases: {
        en: { action: { sign_in: 'Come on in' } },
        'zh-CN': { action: { sign_in: '请进' } },
        // Has no built-in phrases, but is on the list of languages that the real server takes.
        'cy-GB': { action: { sign_in: 'Mewngofnodi' } },
      },
    }),
  },
  arabic: settings('Arabic for everyone', { languageInfo: { autoDetect: false, fallbackLanguage: 'ar' } }),
  'many-connectors': {
    description: 'Forty social connectors beside the working ones',
    apply: (tenant) => ({
      ...tenant,
      decoyConnectors: manyConnectors,
      signInExperience: {
        ...tenant.signInExperience,
        socialSignInConnectorTargets: [
          ...tenant.signInExperience.socialSignInConnectorTargets,
          ...manyConnectors.map(({ target }) => target),
        ],
      },
    }),
  },
} satisfies Record<string, Preset>;
