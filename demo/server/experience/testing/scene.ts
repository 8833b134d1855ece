import { tenantGuard } from '../tenant.ts';
import type { Stage } from './stage.ts';
import { begin, pick } from './steps.ts';

/** One recorded request with its answer. */
export interface Recorded {
  readonly path: string;
  readonly request?: Readonly<Record<string, unknown>>;
  readonly response: unknown;
}

/** What of the recorded request must be put in other words here: ids, codes, headers. */
export interface Adjustment {
  readonly body?: Readonly<Record<string, unknown>>;
  readonly headers?: Record<string, string>;
}

/** Brings a stage into the state in which the real server gave an answer. */
export type Scene = (stage: Stage, recorded: Recorded) => Promise<Adjustment | undefined>;

/** Scenes by kind: one for all recordings of it, or one for each. */
export type Scenes = Readonly<Record<string, readonly Scene[] | Scene>>;

export const verification = (verificationId: string): Adjustment => ({ body: { verificationId } });

/** A value inside another. */
export const dig = (value: unknown, ...path: readonly string[]): unknown =>
  pick({ status: 0, headers: new Headers(), body: value }, ...path);

/** A captcha is asked for and can be solved. */
export const demandCaptcha = (stage: Stage): void => {
  stage.configure({ captchaPolicy: { enabled: true } });
  stage.api.state.tenant = {
    ...stage.api.state.tenant,
    captcha: tenantGuard.shape.captcha.parse({ type: 'Turnstile', siteKey: 'k' }),
  };
};

/** The experience has begun and nothing else. */
export const start: Scene = async (stage) => {
  await begin(stage);

  return undefined;
};

/** Not even that. */
export const nothing: Scene = async () => Promise.resolve(undefined);
