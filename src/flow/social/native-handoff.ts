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
  /** Host that the person confirmed. */
  readonly agreedHost?: string;
}

/**
 * In the system browser, opened by an app: stores the app's link and continues to the provider. Anybody can construct such an address,
 * so the connector must be one of the tenant's that opens a page, the link must belong to an app, and the person must confirm any page
 * that is not known to be the provider's.
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
    // Name the address that is not known to be safe.
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
 * The `redirect_uri` of a provider's address (RFC 6749 section 4.1.1) if it is not this page's callback. Some providers redirect without a
 * screen of their own, so the author of the address could send the person anywhere. SAML has no such parameter, and some providers let
 * apps omit it.
 */
const leadsElsewhere = ({ searchParams }: URL, callback: string): string | undefined =>
  searchParams.getAll('redirect_uri').find((uri) => parseUrl(uri)?.href !== parseUrl(callback)?.href);

export interface Answer {
  readonly connectorId: string;
  readonly params: Params;
  /** The person asked to send the response again. */
  readonly again?: boolean;
}

/** Back from a provider: hands the response to the app that sent the person, or continues here if there is none. */
export const returnToApp: Command<Answer> = {
  needsAgreement: undefined,
  once: ({ connectorId, params: { state } }) => state && `handover:${connectorId}:${state}`,
  async run(context, { connectorId, params, again = false }) {
    const place = attemptPlace(context, connectorId, params['state']);
    // An attempt of this tab is finished in it, whatever handover is stored. The same holds for Google One Tap.
    if (params['credential'] || place === 'tab') forgetHandover(context);
    const handover = findHandover(context, connectorId, params, place === undefined);
    if (!handover) return { go: { name: 'social-callback', connectorId, params }, replace: true };
    if (handover.isDone && !again) {
      const retry = { command: 'returnToApp', input: { connectorId, params, again: true } } as const;
      return { go: { name: 'error', code: 'landing.done', retry }, replace: true };
    }
    // Check again, because other scripts of this origin can write to the storage.
    forgetHandover(context);
    const link = appLink(handover.link, stated(context, 'native-callbacks'));
    for (const [name, value] of Object.entries(params)) link.searchParams.set(name, value);
    // Encode spaces as %20, because not every app reads a plus as a space (Foundation's URLComponents does not).
    link.search = link.search.replaceAll('+', '%20');
    markHandedOver(context, handover);
    return { leave: link, how: 'replace' };
  },
};

/** The deployer's values of this setting. */
export const stated = ({ pageOption }: Pick<CommandContext, 'pageOption'>, name: PageOption): readonly string[] =>
  pageOption?.(name)
    ?.split(/[\s,]+/)
    .filter(Boolean) ?? [];
