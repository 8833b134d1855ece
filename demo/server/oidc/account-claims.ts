import type { AccountClaims } from 'oidc-provider';
import type { User } from '../experience/users.ts';

/**
 * The claims of an account, named as Logto names them. Absent values are left out. Phone numbers are digits with the country code
 * and no plus, unlike OpenID Connect Core 5.1 recommends: so the real server has them.
 */
export const accountClaims = (user: User): AccountClaims => ({
  sub: user.id,
  name: user.name ?? undefined,
  picture: user.avatar ?? undefined,
  username: user.username ?? undefined,
  created_at: user.createdAt,
  ...(user.primaryEmail ? { email: user.primaryEmail, email_verified: true } : {}),
  ...(user.primaryPhone ? { phone_number: user.primaryPhone, phone_number_verified: true } : {}),
});
