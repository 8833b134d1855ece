import { companies, issuerOf } from './companies.ts';
import type { NewUser } from './users.ts';

/**
 * The accounts the demo starts with. Every password is `demo-password-1`. Alice shares her phone number with a person of
 * the social stand-ins, whose first sign-in therefore meets a related account; Chen's identities are linked already.
 */
export const defaultUsers: readonly NewUser[] = [
  {
    id: 'user-alice',
    username: 'alice',
    primaryEmail: 'alice@example.com',
    primaryPhone: '8613800000001',
    name: 'Alice Example',
    password: 'demo-password-1',
  },
  {
    id: 'user-chen',
    username: 'chen',
    primaryEmail: 'chen@example.com',
    primaryPhone: '8613800000002',
    name: '陈思远',
    password: 'demo-password-1',
    identities: { dingtalk: { userId: 'union-chen-0002' }, alipay: { userId: '2088000000000002' } },
  },
  // Signs in with codes only.
  { id: 'user-nopass', primaryEmail: 'nopassword@example.com', primaryPhone: '8613800000008', name: 'No Password' },
  // Lacks what sign-up asks for, so that signing in ends in missing profile.
  { id: 'user-short', username: 'short', name: 'Short Profile', password: 'demo-password-1' },
  // Shares an e-mail address, and nothing else, with a person of the social stand-ins.
  { id: 'user-maria', username: 'maria', primaryEmail: 'maria@example.com', name: 'María Example', password: 'demo-password-1' },
  // At home at a company: one has signed in from there, the other not yet.
  {
    id: 'user-erin',
    primaryEmail: 'erin@acme.example',
    name: 'Erin Acme',
    ssoIdentities: [
      { issuer: issuerOf(companies.acme), ssoConnectorId: 'sso-acme', identityId: 'acme-erin', detail: { id: 'acme-erin' } },
    ],
  },
  { id: 'user-frank', primaryEmail: 'frank@acme.example', name: 'Frank Acme', password: 'demo-password-1' },
  // Too old where passwords expire.
  {
    id: 'user-expired',
    username: 'expired',
    primaryEmail: 'expired@example.com',
    primaryPhone: '8613800000007',
    name: 'Expired Password',
    password: 'demo-password-1',
    passwordUpdatedAt: 0,
  },
  {
    id: 'user-suspended',
    username: 'suspended',
    primaryEmail: 'suspended@example.com',
    primaryPhone: '8613800000009',
    name: 'Suspended Example',
    password: 'demo-password-1',
    isSuspended: true,
  },
];
