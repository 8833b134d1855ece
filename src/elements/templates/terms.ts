import { html, type TemplateResult } from 'lit';
import { intlLanguage } from '../../localization/language.ts';
import { interpolateTags, msg } from '../../localization/messages.ts';
import { link } from './link.ts';

/** Addresses of the tenant's terms, with the server's names; both may be missing. */
export interface TermsUrls {
  termsOfUseUrl?: string | null | undefined;
  privacyPolicyUrl?: string | null | undefined;
}

/** Links to the terms that exist, joined by `Intl.ListFormat`. */
export function termsLinks({ termsOfUseUrl, privacyPolicyUrl }: TermsUrls): unknown[] {
  const links: TemplateResult[] = [];
  if (termsOfUseUrl) {
    links.push(link({ label: msg('Terms of Use', { id: 'description.terms_of_use' }), href: termsOfUseUrl, external: true }));
  }
  if (privacyPolicyUrl) {
    links.push(
      link({ label: msg('Privacy Policy', { id: 'description.privacy_policy' }), href: privacyPolicyUrl, external: true }),
    );
  }
  let next = 0;
  return new Intl.ListFormat(intlLanguage())
    .formatToParts(links.map(() => '_'))
    .map(({ type, value }) => (type === 'element' ? links[next++] : value));
}

/** "By continuing, you agree to the …": agreement without a checkbox. CSS: `.sie-small`. */
export function termsSentence(urls: TermsUrls): TemplateResult {
  const sentence = msg('By continuing, you agree to the <link></link>.', { id: 'description.auto_agreement' });
  return html`<p class="sie-small">${interpolateTags(sentence, {}, { link: () => termsLinks(urls) })}</p>`;
}

/** Only the links, where no agreement is needed. CSS: `.sie-small`. */
export function termsLine(urls: TermsUrls): TemplateResult {
  return html`<p class="sie-small">${termsLinks(urls)}</p>`;
}
