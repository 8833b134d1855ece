import { ApiError } from '../../client/errors.ts';
import type { Client, Endpoint } from '../../client/request.ts';
import { readSettings, type Settings } from '../../client/schemas/settings.ts';
import { memoryNavigation, type MemoryNavigationOptions, memoryStorage } from '../../platform/in-memory.ts';
import type { OneTimeCodeReader, Storage } from '../../platform/ports.ts';
import type { NativeBridge } from '../../platform/native-bridge.ts';
import { createFlow } from '../flow.ts';
import type { FlowOptions } from '../flow-api.ts';
import { createMemory, openSession } from '../memory.ts';

/** Responses by `METHOD /path`: a value, an error to throw, or a promise of either. */
export type Answers = Record<string, unknown>;

class Once {
  constructor(private answer: unknown) {}

  take(): unknown {
    const { answer } = this;
    this.answer = undefined;
    return answer;
  }
}

/** A response that is given once; later responses are empty. */
export const once = (answer: unknown): unknown => new Once(answer);

/** A client that responds from a table and records its calls. The real one is tested in `client`. */
export function fakeClient(answers: Answers) {
  const calls: { name: string; request: unknown; signal: AbortSignal | undefined }[] = [];
  const client: Client = {
    async call<Request, Answer>(endpoint: Endpoint<Request, Answer>, request: Request, options = {}): Promise<Answer> {
      const path = typeof endpoint.path === 'string' ? endpoint.path : endpoint.path(request);
      const name = `${endpoint.method} ${path.replace('/api/experience', '') || '/'}`;
      calls.push({ name, request, signal: (options as { signal?: AbortSignal }).signal });
      const given = answers[name];
      const answer = await (given instanceof Once ? given.take() : given);
      if (answer instanceof Error) throw answer;
      return answer as Answer;
    },
  };
  return { client, calls };
}

export const apiError = (status: number, code: string, message = 'From the server.', data?: unknown) =>
  new ApiError({ status, code, message, data });

/** Responses of a successful sign-in. */
export const goodAnswers: Answers = {
  'PUT /': undefined,
  'POST /verification/password': { verificationId: 'v-password' },
  'POST /verification/verification-code': { verificationId: 'v-code' },
  'POST /verification/verification-code/verify': { verificationId: 'v-code' },
  'POST /verification/social/ding/authorization-uri': {
    authorizationUri: 'https://login.dingtalk.example/auth?state=s',
    verificationId: 'v-ding',
  },
  'POST /verification/social/ding/verify': { verificationId: 'v-ding' },
  'POST /verification/sso/acme/authorization-uri': {
    authorizationUri: 'https://sso.acme.example/auth',
    verificationId: 'v-acme',
  },
  'POST /verification/sso/acme/verify': { verificationId: 'v-acme' },
  'POST /verification/one-time-token/verify': { verificationId: 'v-link' },
  'GET /sso-connectors': { connectorIds: [] },
  'PUT /interaction-event': undefined,
  'POST /profile': undefined,
  'PUT /profile/password': undefined,
  'POST /identification': undefined,
  'POST /submit': { redirectTo: 'https://auth.example.com/oidc/auth/abc' },
};

const connector = (id: string, target: string, platform: string) => ({ id, target, platform, name: { en: target }, logo: '' });

/** Settings as a server might send them, with what a test wants to be different. */
export function settingsWith(changes: Record<string, unknown> = {}): Settings {
  const method = (identifier: string, password: boolean, verificationCode: boolean, isPasswordPrimary: boolean) => ({
    identifier,
    password,
    verificationCode,
    isPasswordPrimary,
  });
  const body = {
    signIn: {
      methods: [method('phone', true, true, false), method('email', true, true, true), method('username', true, false, true)],
    },
    socialConnectors: [
      connector('ding', 'dingtalk', 'Web'),
      connector('ali-app', 'alipay', 'Native'),
      connector('ali', 'alipay', 'Web'),
    ],
    socialSignInConnectorTargets: ['dingtalk', 'alipay'],
    ...changes,
  };
  return readSettings(body, () => undefined);
}

export interface HarnessOptions extends MemoryNavigationOptions {
  readonly answers?: Answers;
  readonly settings?: Record<string, unknown>;
  readonly native?: NativeBridge;
  readonly oneTimeCode?: OneTimeCodeReader;
  readonly mayLeave?: (url: string) => boolean;
  readonly loadScreen?: FlowOptions['loadScreen'];
  readonly exclusively?: <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;
  readonly pageOption?: (name: string) => string | null;
  readonly session?: Map<string, string> | 'blocked';
  readonly local?: Map<string, string> | 'blocked';
  readonly now?: () => number;
  readonly randomToken?: () => string;
  readonly cookie?: (name: string) => string | undefined;
  readonly solveCaptcha?: (signal: AbortSignal) => Promise<string>;
}

/** `blocked`: behaves like a browser that denies storage. */
const storageOf = (entries: Map<string, string> | 'blocked' | undefined): Storage =>
  entries === 'blocked'
    ? { get: () => undefined, set: () => undefined, remove: () => undefined, keys: () => [] }
    : memoryStorage(entries);

/** A flow with in-memory history, storage, clock and server, which the test controls. */
export function flowHarness(options: HarnessOptions = {}) {
  const answers = { ...goodAnswers, ...options.answers };
  const { client, calls } = fakeClient(answers);
  const navigation = memoryNavigation({ url: '/sign-in?app_id=app', ...options });
  const clock = { now: options.now ?? (() => 1_000_000) };
  const storages = { session: storageOf(options.session), local: storageOf(options.local) };
  const memory = createMemory(storages);
  openSession(navigation, memory);
  const { native, oneTimeCode, mayLeave, pageOption, cookie, solveCaptcha } = options;
  const flow = createFlow({
    client,
    memory,
    storages,
    navigation,
    clock,
    settings: settingsWith(options.settings),
    randomToken: options.randomToken ?? (() => 'token'),
    ...(native && { native }),
    ...(oneTimeCode && { oneTimeCode }),
    cookie,
    solveCaptcha,
    pageOption,
    exclusively: options.exclusively,
    ...(mayLeave && { mayLeave }),
    ...(options.loadScreen && { loadScreen: options.loadScreen }),
  });
  const names = () => calls.map(({ name }) => name);
  /** The body of the last call of this name. */
  const request = (name: string) => calls.findLast((call) => call.name === name)?.request;
  return { flow, calls, navigation, memory, storages, answers, names, request };
}
