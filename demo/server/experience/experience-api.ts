import { ConnectorError } from '@logto/connector-kit';
import { Hono } from 'hono';
import { etag } from 'hono/etag';

import type { Clock, InteractionStore, MessageConnector, SocialConnector, SsoConnector } from '../ports.ts';
import { ApiError } from './api-error.ts';
import { goodCaptchaToken } from './captcha-tokens.ts';
import { connectorFailure } from './connector-errors.ts';
import { decoyConnectors } from './decoy-connectors.ts';
import { defaultUsers } from './default-users.ts';
import { strike, type Wait, waitForReal } from './faults.ts';
import { json, statusText } from './http.ts';
import { createMemorySsoConnector } from './memory-connectors.ts';
import { beginRoutes } from './routes/begin.ts';
import { consentRoutes } from './routes/consent.ts';
import {
  detectMessageLanguage,
  type ExperienceEnvironment,
  requireExperience,
  requireInteraction,
} from './routes/environment.ts';
import { identificationRoutes } from './routes/identification.ts';
import { interactionRoutes } from './routes/interaction.ts';
import { newPasswordIdentityRoutes } from './routes/new-password-identity.ts';
import { oneTimeTokenRoutes } from './routes/one-time-token.ts';
import { passwordRoutes } from './routes/password.ts';
import { profileRoutes } from './routes/profile.ts';
import { socialRoutes } from './routes/social.ts';
import { ssoRoutes } from './routes/sso.ts';
import { ssoConnectorRoutes } from './routes/sso-connectors.ts';
import { submitRoutes } from './routes/submit.ts';
import { userAssetRoutes } from './routes/user-assets.ts';
import { verificationCodeRoutes } from './routes/verification-code.ts';
import { wellKnownRoutes } from './routes/well-known.ts';
import type { Services } from './services.ts';
import { createExperienceState, type ExperienceState } from './state.ts';
import { defaultTenant, type SsoConnectorEntry, type Tenant } from './tenant.ts';
import type { NewUser } from './users.ts';
import { describePhrases, describeSignInExperience, type PagePhrases } from './well-known.ts';

export interface ExperienceApiOptions {
  readonly interactions: InteractionStore;
  /** Asked anew for every request, so the list may change. */
  readonly socialConnectors: () => readonly SocialConnector[];
  /** Left out, enterprise connectors believe what the callback says. */
  readonly ssoConnector?: (entry: SsoConnectorEntry) => SsoConnector;
  readonly messageConnectors: () => readonly MessageConnector[];
  readonly clock: Clock;
  /** To begin with and to come back to on reset. */
  readonly tenant?: Tenant;
  readonly users?: readonly NewUser[];
  readonly verifyCaptcha?: (token: string) => Promise<boolean>;
  /** How a fault's latency passes; for tests that do not want to wait. */
  readonly wait?: Wait;
}

export interface ExperienceApi {
  /** Answers `/api/*`. A response of type `error` asks the host to break the connection: a fault wants it so. */
  fetch(request: Request): Promise<Response>;
  readonly state: ExperienceState;
  /** What the server writes into the HTML. Faults do not reach it. */
  readonly wellKnown: {
    signInExperience(request: { readonly appId?: string | undefined; readonly organizationId?: string | undefined }): unknown;
    phrases(request: { readonly named: string | undefined; readonly detected: readonly string[] }): PagePhrases;
  };
}

const answerError = (error: Error, language: string): Response => {
  if (error instanceof ConnectorError) {
    return answerError(connectorFailure(error), language);
  }

  if (error instanceof ApiError) {
    return json(error.toBody(language), error.status);
  }

  return error instanceof SyntaxError ? json({ message: error.message }, 400) : json({ message: 'Internal server error.' }, 500);
};

const createRoutes = (services: Services): Hono<ExperienceEnvironment> => {
  const app = new Hono<ExperienceEnvironment>();
  app.use('/api/*', detectMessageLanguage, strike(services.state, services.wait));
  app.get('/api/*', etag());
  app.route('/api/.well-known', wellKnownRoutes(services));

  app.use('/api/interaction/*', requireInteraction(services));
  app.route('/api/interaction/consent', consentRoutes(services));

  app.use('/api/experience/*', requireInteraction(services));
  app.route('/api/experience', beginRoutes(services));
  app.route('/api/experience/sso-connectors', ssoConnectorRoutes(services));

  app.use('/api/experience/*', requireExperience);
  app.route('/api/experience', interactionRoutes(services));
  app.route('/api/experience/identification', identificationRoutes(services));
  app.route('/api/experience/submit', submitRoutes(services));
  app.route('/api/experience/verification/password', passwordRoutes(services));
  app.route('/api/experience/profile', profileRoutes(services));
  app.route('/api/experience/user-assets', userAssetRoutes(services));
  app.route('/api/experience/verification/new-password-identity', newPasswordIdentityRoutes(services));
  app.route('/api/experience/verification/verification-code', verificationCodeRoutes(services));
  app.route('/api/experience/verification/one-time-token', oneTimeTokenRoutes(services));
  app.route('/api/experience/verification/social', socialRoutes(services));
  app.route('/api/experience/verification/sso', ssoRoutes(services));

  app.notFound(() => statusText('Not Found', 404));
  app.onError((error, context) => answerError(error, context.var.language));

  return app;
};

/** The Experience API of one tenant, in memory, for wherever there is `fetch`: Node, a service worker, a test. */
export const createExperienceApi = (options: ExperienceApiOptions): ExperienceApi => {
  const state = createExperienceState({
    clock: options.clock,
    tenant: options.tenant ?? defaultTenant,
    users: options.users ?? defaultUsers,
  });
  const services: Services = {
    state,
    interactions: options.interactions,
    socialConnectors: () => [...options.socialConnectors(), ...decoyConnectors(state.tenant.decoyConnectors)],
    ssoConnector: options.ssoConnector ?? createMemorySsoConnector,
    messageConnectors: options.messageConnectors,
    verifyCaptcha: options.verifyCaptcha ?? (async (token) => Promise.resolve(token === goodCaptchaToken)),
    wait: options.wait ?? waitForReal,
  };
  const app = createRoutes(services);

  return {
    fetch: async (request) => app.fetch(request),
    state,
    wellKnown: {
      signInExperience: (request) => describeSignInExperience(services, request),
      phrases: (request) => describePhrases(services, request),
    },
  };
};
