import { createOutbox } from '../../outbox.ts';
import type { MessageConnector, Outbox, SocialConnector } from '../../ports.ts';
import { createExperienceApi, type ExperienceApi } from '../experience-api.ts';
import { createMemorySocialConnector, createOutboxConnector } from '../memory-connectors.ts';
import { createMemoryInteractions, type MemoryInteractions } from '../memory-interactions.ts';
import type { Tenant } from '../tenant.ts';

const origin = 'http://localhost:4401';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body when it is JSON, else its text. */
  readonly body: unknown;
}

/** A whole server in memory with one person at the door. Everything on it can be moved before and between requests. */
export interface Stage {
  readonly api: ExperienceApi;
  readonly interactions: MemoryInteractions;
  readonly outbox: Outbox;
  /** The person's interaction. */
  readonly uid: string;
  socialConnectors: SocialConnector[];
  messageConnectors: MessageConnector[];
  /** Sent along with every request. */
  headers: Record<string, string>;
  /** How long faults made somebody wait, in milliseconds. */
  readonly waits: readonly number[];
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Changes settings of the tenant. */
  configure(settings: Partial<Record<keyof Tenant['signInExperience'], unknown>>): void;
}

const read = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;

  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== '' ? (JSON.parse(text) as unknown) : text,
  };
};

export const createStage = (): Stage => {
  const outbox = createOutbox();
  const waits: number[] = [];
  const clock = { now: () => Date.UTC(2026, 0, 1) };
  const interactions = createMemoryInteractions({ origin });
  const uid = interactions.start();

  const stage: Stage = {
    api: createExperienceApi({
      interactions,
      socialConnectors: () => stage.socialConnectors,
      messageConnectors: () => stage.messageConnectors,
      clock,
      wait: async (duration) => {
        waits.push(duration);
        return Promise.resolve();
      },
    }),
    interactions,
    outbox,
    uid,
    socialConnectors: [createMemorySocialConnector({ id: 'social-1', target: 'dingtalk' })],
    messageConnectors: [
      createOutboxConnector({ type: 'email', outbox, clock }),
      createOutboxConnector({ type: 'phone', outbox, clock }),
    ],
    headers: { cookie: `_interaction=${uid}`, 'logto-app-id': 'demo-app' },
    waits,
    async call(method, path, body, headers = {}) {
      return read(
        await stage.api.fetch(
          new Request(`${origin}${path}`, {
            method,
            headers: { ...stage.headers, ...headers, 'content-type': 'application/json' },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          }),
        ),
      );
    },
    configure(settings) {
      const { state } = stage.api;
      state.tenant = {
        ...state.tenant,
        signInExperience: { ...state.tenant.signInExperience, ...settings } as Tenant['signInExperience'],
      };
    },
  };

  return stage;
};
