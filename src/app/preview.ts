import * as z from 'zod/mini';
import { getPhrases } from '../client/endpoints/well-known.ts';
import { type Client, createClient } from '../client/request.ts';
import { readSettings, type Settings } from '../client/schemas/settings.ts';
import { createFlow } from '../flow/flow.ts';
import type { Flow } from '../flow/flow-api.ts';
import { createMemory } from '../flow/memory.ts';
import { type LanguageChoice, ownLanguage, setLanguage } from '../localization/language.ts';
import { randomToken, systemClock } from '../platform/browser.ts';
import { memoryNavigation, memoryStorage } from '../platform/in-memory.ts';
import type { NativeBridge } from '../platform/native-bridge.ts';
import { anyRecord, flag, lenient, object, parseOr } from '../shared/schema.ts';
import { parseWebUrl } from '../shared/web-address.ts';
import type { Theme } from '../theme/branding.ts';
import { SieProblemEvent } from './events.ts';

/** Message of the console. Every part is optional here, also those that settings require. */
const message = object({
  sender: z.enum(['ac_preview']),
  config: object({
    signInExperience: lenient(anyRecord, {}),
    language: lenient(z.string(), 'en'),
    mode: lenient(z.enum(['light', 'dark']), 'light'),
    platform: lenient(z.enum(['web', 'mobile']), 'web'),
    isNative: flag,
  }),
});
type PreviewConfig = z.output<typeof message>['config'];

type ReadConfig = Omit<PreviewConfig, 'signInExperience'> & { readonly settings: Settings };

/**
 * The console's live preview: shows the first screen with settings that are not saved yet. It is inert, and requests only phrases from
 * the server.
 */
export class Preview {
  private readonly phrases = new Map<string, Promise<LanguageChoice>>();
  private latest: unknown;
  private trustedOrigins: Promise<readonly string[]> | undefined;

  constructor(
    private readonly host: HTMLElement & { theme: Theme | 'auto' },
    /** Shows a flow in place of the previous one. */
    private readonly show: (flow: Flow) => void,
  ) {
    host.inert = true;
    // For browsers without `inert` (before Chrome 102, Safari 15.5, Firefox 112).
    host.style.pointerEvents = 'none';
  }

  /** Shows the settings that the parent frame posts. Ignores messages of other windows; of several messages the last one is shown. */
  async receive({ source, origin, data }: MessageEvent<unknown>): Promise<void> {
    if (source !== window.parent || window.parent === window || !(await this.isTrusted(origin))) return;
    const posted = parseOr(message, data);
    const preview = posted && this.read(posted.config);
    if (!preview) return;
    this.latest = preview;
    const phrases = await this.phrasesIn(preview.language);
    if (this.latest !== preview) return;
    await setLanguage(phrases);
    if (this.latest === preview) await this.render(preview);
  }

  /** Whether the origin is our own or is named by `frame-ancestors` of the page's policy, as the console's is on a Logto server. */
  private async isTrusted(origin: string): Promise<boolean> {
    if (origin === location.origin) return true;
    this.trustedOrigins ??= fetch(location.href, { method: 'HEAD' }).then(
      ({ headers }) => namedAncestors(headers.get('Content-Security-Policy') ?? ''),
      () => [],
    );
    return (await this.trustedOrigins).includes(origin);
  }

  private read({ signInExperience, ...rest }: PreviewConfig): ReadConfig | undefined {
    try {
      const body = { ...signInExperience, signIn: signInExperience['signIn'] ?? { methods: [] } };
      return { ...rest, settings: readSettings(body, ({ where }) => this.report(where)) };
    } catch {
      this.report('signInExperience');
      return undefined;
    }
  }

  private report(where: string): void {
    this.host.dispatchEvent(new SieProblemEvent('contract', where));
  }

  /** Fetched once for each language. */
  private phrasesIn(language: string): Promise<LanguageChoice> {
    const fetched = this.phrases.get(language) ?? this.fetchPhrases(language);
    this.phrases.set(language, fetched);
    return fetched;
  }

  private async fetchPhrases(language: string): Promise<LanguageChoice> {
    try {
      return await createClient({ language: () => language }).call(getPhrases, { lng: language });
    } catch {
      return { language: ownLanguage([language]) };
    }
  }

  private async render({ settings, mode, platform, isNative }: ReadConfig): Promise<void> {
    const { host } = this;
    const isMobile = platform === 'mobile';
    document.body.classList.toggle('mobile', isMobile);
    document.body.classList.toggle('desktop', !isMobile);
    host.theme = mode;
    const storages = { session: memoryStorage(), local: memoryStorage() };
    const flow = createFlow({
      client: silentClient,
      settings,
      memory: createMemory(storages),
      storages,
      navigation: memoryNavigation({ origin: location.origin }),
      clock: systemClock,
      native: isNative ? fakeApp(settings) : undefined,
      randomToken,
      mayLeave: () => false,
    });
    this.show(flow);
    await flow.start();
  }
}

/** Sends no request and never resolves. */
const silentClient: Client = { call: () => new Promise<never>(() => undefined) };

/** A native app that supports all social connectors of the tenant. */
const fakeApp = ({ socialConnectors }: Settings): NativeBridge => ({
  platform: 'ios',
  callbackLink: 'preview:',
  universal: true,
  nativeTargets: socialConnectors.map(({ target }) => target),
  post: () => undefined,
});

/** Origins that `frame-ancestors` of a policy names (https://www.w3.org/TR/CSP3/#directive-frame-ancestors); wildcards name none. */
export function namedAncestors(policy: string): readonly string[] {
  const directive = policy.split(/[;,]/).find((part) => /^\s*frame-ancestors\s/i.test(part)) ?? '';
  return directive.split(/\s+/).flatMap((source) => (source.includes('*') ? [] : (parseWebUrl(source)?.origin ?? [])));
}
