import { hostileTenant } from '../hostile-tenant.ts';
import { type Preset, settings } from './preset.ts';

/** Tenants and servers that make it hard for the page. */
export const oddPresets = {
  'email-quota': settings('The quota of e-mails is used up', {}, { emailQuota: 'used-up' }),
  hostile: { description: 'Markup and scripts wherever a string can be', apply: hostileTenant },
  'older-server': {
    description: 'Settings as an old server sends them',
    apply: (tenant) => ({ ...tenant, distortion: 'older-server' }),
  },
  'malformed-entries': {
    description: 'One connector, one method and one factor nobody understands',
    apply: (tenant) => ({ ...tenant, distortion: 'malformed-entries' }),
  },
  unusable: { description: 'Settings of no use', apply: (tenant) => ({ ...tenant, distortion: 'unusable' }) },
} satisfies Record<string, Preset>;
