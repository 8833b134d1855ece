import { accountPresets } from './presets/account-presets.ts';
import { appearancePresets } from './presets/appearance-presets.ts';
import { captchaPresets } from './presets/captcha-presets.ts';
import { entryPresets } from './presets/entry-presets.ts';
import { googlePresets } from './presets/google-presets.ts';
import { oddPresets } from './presets/odd-presets.ts';
import { passwordPresets } from './presets/password-presets.ts';
import type { Preset } from './presets/preset.ts';
import { profilePresets } from './presets/profile-presets.ts';
import { ssoPresets } from './presets/sso-presets.ts';

export const presets = {
  ...entryPresets,
  ...accountPresets,
  ...passwordPresets,
  ...profilePresets,
  ...ssoPresets,
  ...googlePresets,
  ...captchaPresets,
  ...appearancePresets,
  ...oddPresets,
} satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;

export const presetNames = Object.keys(presets) as readonly PresetName[];

/** All of them once more, as one would look for them. */
export const presetGroups: readonly { readonly title: string; readonly presets: Readonly<Record<string, Preset>> }[] = [
  { title: 'Ways in and terms', presets: entryPresets },
  { title: 'New accounts', presets: accountPresets },
  { title: 'Passwords and usernames', presets: passwordPresets },
  { title: 'Fields of the tenant', presets: profilePresets },
  { title: 'Companies', presets: ssoPresets },
  { title: 'Google', presets: googlePresets },
  { title: 'Captcha', presets: captchaPresets },
  { title: 'Looks and words', presets: appearancePresets },
  { title: 'Odd tenants and servers', presets: oddPresets },
];
