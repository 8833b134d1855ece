import { type Preset, settings, type SettingsPatch } from './preset.ts';

const google = (description: string, oneTap: Readonly<Record<string, boolean>>, patch: SettingsPatch = {}): Preset =>
  settings(description, { socialSignInConnectorTargets: ['google', 'dingtalk', 'alipay'], ...patch }, { googleOneTap: oneTap });

/** Google beside the other social connectors. */
export const googlePresets = {
  google: google('Google as a button, without One Tap', {}),
  'google-one-tap': google('Google, and One Tap offers itself', {
    isEnabled: true,
    autoSelect: false,
    closeOnTapOutside: false,
    itpSupport: true,
  }),
  'google-one-tap-terms': google(
    'One Tap, terms agreed to by new accounts',
    { isEnabled: true },
    {
      agreeToTermsPolicy: 'ManualRegistrationOnly',
    },
  ),
} satisfies Record<string, Preset>;
