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

/** What the console posts. Everything is optional here, also the part without which settings are none. */
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
type Posted = z.output<typeof message>['config'];

type Picture = Omit<Posted, 'signInExperience'> & { readonly settings: Settings };

/**
 * The console's live preview: shows the first screen as settings would make it that nobody has saved yet. Nobody can do anything
 * with it, and it asks the server for nothing but words.
 */
export class Preview {
  private readonly words = new Map<string, Promise<LanguageChoice>>();
  private latest: unknown;
  private consoles: Promise<readonly string[]> | undefined;

  constructor(
    private readonly host: HTMLElement & { theme: Theme | 'auto' },
    /** Takes a flow in the place of the one before. */
    private readonly show: (flow: Flow) => void,
  ) {
    host.inert = true;
    // Browsers that know no `inert` (before Chrome 102, Safari 15.5, Firefox 112).
    host.style.pointerEvents = 'none';
  }

  /** Shows what the parent frame posts. Messages of other windows are ignored; of several, the last is shown. */
  async receive({ source, origin, data }: MessageEvent<unknown>): Promise<void> {
    if (source !== window.parent || window.parent === window || !(await this.mayShow(origin))) return;
    const posted = parseOr(message, data);
    const picture = posted && this.read(posted.config);
    if (!picture) return;
    this.latest = picture;
    const words = await this.wordsIn(picture.language);
    if (this.latest !== picture) return;
    await setLanguage(words);
    if (this.latest === picture) await this.draw(picture);
  }

  /** Whether the origin is this one or named by the server's own policy, as the console's is on a Logto server. */
  private async mayShow(origin: string): Promise<boolean> {
    if (origin === location.origin) return true;
    this.consoles ??= fetch(location.href, { method: 'HEAD' }).then(
      ({ headers }) => namedAncestors(headers.get('Content-Security-Policy') ?? ''),
      () => [],
    );
    return (await this.consoles).includes(origin);
  }

  private read({ signInExperience, ...rest }: Posted): Picture | undefined {
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

  /** Asked once for each language. */
  private wordsIn(language: string): Promise<LanguageChoice> {
    const asked = this.words.get(language) ?? this.askWords(language);
    this.words.set(language, asked);
    return asked;
  }

  private async askWords(language: string): Promise<LanguageChoice> {
    try {
      return await createClient({ language: () => language }).call(getPhrases, { lng: language });
    } catch {
      return { language: ownLanguage([language]) };
    }
  }

  private async draw({ settings, mode, platform, isNative }: Picture): Promise<void> {
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
      native: isNative ? anyApp(settings) : undefined,
      randomToken,
      mayLeave: () => false,
    });
    this.show(flow);
    await flow.start();
  }
}

/** Asks nothing and never answers. */
const silentClient: Client = { call: () => new Promise<never>(() => undefined) };

/** An app that can do what the tenant offers apps. */
const anyApp = ({ socialConnectors }: Settings): NativeBridge => ({
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
