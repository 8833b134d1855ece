import { Hono } from 'hono';

import type { ExperienceState } from '../experience/state.ts';
import type { Outbox } from '../ports.ts';
import { captchaRoutes } from './captcha.ts';
import { clockRoutes } from './clock.ts';
import { faultRoutes } from './faults.ts';
import { answerInvalidInput, InvalidInput } from './input.ts';
import { oneTimeTokenRoutes } from './one-time-tokens.ts';
import { outboxRoutes } from './outbox.ts';
import { settingsRoutes } from './settings.ts';
import { userRoutes } from './users.ts';

export interface QaApiOptions {
  readonly state: ExperienceState;
  readonly outbox: Outbox;
  /** What else has to forget when everything is reset, e.g. sessions of the OIDC provider. */
  readonly onReset?: () => void | Promise<void>;
}

/**
 * The control desk of the demo under `/qa`: JSON in, JSON out, no authentication, never part of a real server. A host may
 * mount routes of its own beside these.
 */
export const createQaApi = ({ state, outbox, onReset }: QaApiOptions): Hono => {
  const app = new Hono();
  app.route('/qa', settingsRoutes(state));
  app.route('/qa/users', userRoutes(state));
  app.route('/qa/outbox', outboxRoutes(outbox));
  app.route('/qa/one-time-tokens', oneTimeTokenRoutes(state));
  app.route('/qa/captcha', captchaRoutes(state));
  app.route('/qa/clock', clockRoutes(state));
  app.route('/qa/faults', faultRoutes(state));

  app.post('/qa/reset', async (context) => {
    state.reset();
    outbox.clear();
    await onReset?.();

    return context.body(null, 204);
  });

  app.onError((error, context) => {
    if (error instanceof InvalidInput) {
      return answerInvalidInput(context, error);
    }

    throw error;
  });

  return app;
};
