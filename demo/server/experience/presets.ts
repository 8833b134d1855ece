import { accountPresets } from './presets/account-presets.ts';
import { appearancePresets } from './presets/appearance-presets.ts';
import { captchaPresets } from './presets/captcha-presets.ts';
import { entryPresets } from './presets/entry-presets.ts';
import { googlePresets } from './presets/google-presets.ts';
import type { Preset } from './presets/preset.ts';
import { ssoPresets } from './presets/sso-presets.ts';

export const presets = {
  ...entryPresets,
  ...accountPresets,
  ...ssoPresets,
  ...googlePresets,
  ...captchaPresets,
  ...appearancePresets,
} satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;

export const presetNames = Object.keys(presets) as readonly PresetName[];
