import { html, nothing, type TemplateResult } from 'lit';
import { interpolateTags, msg } from '../../localization/messages.ts';
import { link } from './link.ts';

/** Contacts of the tenant's support, with the server's names. */
export interface SupportContacts {
  supportEmail?: string | null | undefined;
  supportWebsiteUrl?: string | null | undefined;
}

/** Links to the tenant's support e-mail address and website; nothing for a missing one. CSS: `.sie-small`. */
export function supportLinks({ supportEmail, supportWebsiteUrl }: SupportContacts): TemplateResult | typeof nothing {
  if (!supportEmail && !supportWebsiteUrl) return nothing;
  const email = msg('Support email: <link></link>', { id: 'description.support_email' });
  const website = msg('Support website: <link></link>', { id: 'description.support_website' });
  return html`<p class="sie-small">
    ${supportEmail
      ? interpolateTags(email, {}, { link: () => link({ label: supportEmail, href: `mailto:${supportEmail}` }) })
      : nothing}
    ${supportEmail && supportWebsiteUrl ? html`<br />` : nothing}
    ${supportWebsiteUrl
      ? interpolateTags(website, {}, { link: () => link({ label: supportWebsiteUrl, href: supportWebsiteUrl, external: true }) })
      : nothing}
  </p>`;
}
