import { lazy } from '../../shared/lazy.ts';
import { parseUrl } from '../../shared/web-address.ts';
import type { Ask, Command, CommandContext, CommandResult, PageOption } from '../context.ts';
import { FlowProblem } from '../problem.ts';
import { attemptPlace, findHandover, markHandedOver, forgetHandover, rememberHandover } from './memory.ts';
import { appLink, webUrl } from './redirects.ts';
import { ssoConnectors } from '../policy/tenant.ts';
import type { Params } from '../steps/step.ts';

const loadProviderPages = lazy(() => import('./provider-pages.ts'));

export interface Landing {
  readonly connectorId: string;
  readonly redirectTo: string;
  readonly nativeCallback: string;
  /** Host that the person was asked about and agreed to. */
  readonly agreedHost?: string;
}

/**
 * In the system browser, sent by an app: notes the app's link and goes on to the provider. Anybody can make such an address, so the
 * connector must be one of the tenant's that a page can be opened for, the link one of an app, and for any page but the provider's
 * known one the person decides.
 */
export const openLanding: Command<Landing, CommandResult | Ask> = {
  needsAgreement: undefined,
  once: undefined,
  async run(context, landing) {
    const { navigation, settings } = context;
    const { connectorId, agreedHost } = landing;
    const social = settings.socialConnectors.find(({ id, platform }) => id === connectorId && platform !== 'Native');
    if (!social && !ssoConnectors(settings).some(({ id }) => id === connectorId)) throw new FlowProblem('landing.invalid');
    const link = appLink(landing.nativeCallback, stated(context, 'native-callbacks'));
    const provider = webUrl(landing.redirectTo);
    const { isProviderPage } = await loadProviderPages();
    const isKnown =
      stated(context, 'provider-hosts').includes(provider.host) || (social && isProviderPage(provider, social.target));
    const elsewhere = leadsElsewhere(provider, `${navigation.origin}/callback/${connectorId}`);
    // What the person has to know is the address that nobody vouches for.
    const host = (isKnown && parseUrl(elsewhere)?.host) || provider.host;
    if ((!isKnown || elsewhere !== undefined) && host !== agreedHost) {
      return {
        ask: { code: 'landing.leave', values: { host, connectorId } },
        accept: { command: 'openLanding', input: { ...landing, agreedHost: host } },
        decline: { command: 'goTo', input: { step: { name: 'error', code: 'landing.declined', startOver: true } } },
      };
    }
    rememberHandover(context, connectorId, link, provider);
    return { leave: provider, how: 'replace' };
  },
};

/**
 * Where a provider's page is told to send the person, other than to this page (RFC 6749 section 4.1.1): some do so without a word,
 * and then lead wherever whoever wrote the address likes. SAML has no such parameter, and some providers let apps leave it out.
 */
const leadsElsewhere = ({ searchParams }: URL, callback: string): string | undefined =>
  searchParams.getAll('redirect_uri').find((uri) => parseUrl(uri)?.href !== parseUrl(callback)?.href);

export interface Answer {
  readonly connectorId: string;
  readonly params: Params;
  /** The person wants it sent once more. */
  readonly again?: boolean;
}

/** Back from a provider: hands the answer to the app that sent the person, or goes on here when none did. */
export const returnToApp: Command<Answer> = {
  needsAgreement: undefined,
  once: ({ connectorId, params: { state } }) => state && `handover:${connectorId}:${state}`,
  async run(context, { connectorId, params, again = false }) {
    const place = attemptPlace(context, connectorId, params['state']);
    // What was begun in this tab is finished in it, whatever a landing left behind. So is what Google One Tap answered.
    if (params['credential'] || place === 'tab') forgetHandover(context);
    const handover = findHandover(context, connectorId, params, place === undefined);
    if (!handover) return { go: { name: 'social-callback', connectorId, params }, replace: true };
    if (handover.isDone && !again) {
      const retry = { command: 'returnToApp', input: { connectorId, params, again: true } } as const;
      return { go: { name: 'error', code: 'landing.done', retry }, replace: true };
    }
    // Checked again: other scripts of this origin can write into the storage.
    forgetHandover(context);
    const link = appLink(handover.link, stated(context, 'native-callbacks'));
    for (const [name, value] of Object.entries(params)) link.searchParams.set(name, value);
    // Not every app reads a plus as a space (Foundation's URLComponents does not).
    link.search = link.search.replaceAll('+', '%20');
    markHandedOver(context, handover);
    return { leave: link, how: 'replace' };
  },
};

/** What the deployer has stated of this. */
export const stated = ({ pageOption }: Pick<CommandContext, 'pageOption'>, name: PageOption): readonly string[] =>
  pageOption?.(name)
    ?.split(/[\s,]+/)
    .filter(Boolean) ?? [];
