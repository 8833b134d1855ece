import { ConnectorError, ConnectorErrorCodes, isGoogleOneTap, socialUserInfoGuard } from '@logto/connector-kit';
import { socialAuthorizationUrlPayloadGuard, socialVerificationCallbackPayloadGuard, VerificationType } from '@logto/schemas';
import { Hono } from 'hono';

import type { SocialConnector } from '../../ports.ts';
import { ApiError } from '../api-error.ts';
import { forgottenOneTapCookie, guardOneTap } from '../google-one-tap.ts';
import { json, readBody } from '../http.ts';
import { randomId } from '../random-id.ts';
import type { Services } from '../services.ts';
import { findRecordOf, putRecord, type RecordOf } from '../verification-records.ts';
import type { ExperienceEnvironment } from './environment.ts';

const authorizationBody = socialAuthorizationUrlPayloadGuard.omit({ scope: true });

/** What the connector learnt, in the shape accounts can keep. A connector that answers anything else has failed. */
const learn = async (
  connector: SocialConnector,
  data: unknown,
  readSession: () => unknown,
): Promise<RecordOf<VerificationType.Social>['socialUserInfo']> => {
  const answer = await connector.getUserInfo(data, readSession);
  const result = socialUserInfoGuard.safeParse(answer);

  if (!result.success) {
    throw new ConnectorError(ConnectorErrorCodes.InvalidResponse, { message: JSON.stringify(answer) });
  }

  return result.data;
};

/** The way out to a social provider and the way back. */
export const socialRoutes = ({ socialConnectors }: Services) => {
  const routes = new Hono<ExperienceEnvironment>();
  const findConnector = (connectorId: string): SocialConnector | undefined =>
    socialConnectors().find(({ id }) => id === connectorId);

  routes.post('/:connectorId/authorization-uri', async ({ req, var: { experience } }) => {
    const { state, redirectUri } = await readBody(req.raw, authorizationBody);
    const connectorId = req.param('connectorId');

    if (state === '' || redirectUri === '') {
      throw new ApiError('session.insufficient_info');
    }

    const connector = findConnector(connectorId);

    if (connector === undefined) {
      throw new ApiError('entity.not_found', { status: 404 });
    }

    const authorizationUri = await connector.getAuthorizationUri({ state, redirectUri }, (session) => {
      experience.data.connectorSession = session;
    });
    const id = randomId();
    putRecord(experience.data.verificationRecords, { id, type: VerificationType.Social, connectorId });
    await experience.save();

    return json({ authorizationUri, verificationId: id });
  });

  routes.post('/:connectorId/verify', async ({ req, var: { experience } }) => {
    const { connectorData, verificationId = '' } = await readBody(req.raw, socialVerificationCallbackPayloadGuard);
    const connectorId = req.param('connectorId');
    const connector = findConnector(connectorId);
    const { data } = experience;

    if (connector === undefined) {
      throw new ApiError('session.invalid_connector_id', { status: 422, values: { connectorId } });
    }

    const isOneTap = connector.oneTapClientId !== undefined && isGoogleOneTap(connectorData);
    // Nobody left for Google before One Tap, hence there is no record yet.
    const id = isOneTap ? randomId() : verificationId;

    if (isOneTap) {
      guardOneTap(req.raw, connectorData);
      putRecord(data.verificationRecords, { id, type: VerificationType.Social, connectorId });
    }

    const record = findRecordOf(data.verificationRecords, VerificationType.Social, id);

    if (record.connectorId !== connectorId) {
      throw new ApiError('session.verification_session_not_found', { status: 404 });
    }

    const readSession = (): unknown => {
      const { connectorSession } = data;

      if (connectorSession === undefined) {
        throw new ApiError('session.connector_validation_session_not_found');
      }

      data.connectorSession = undefined;

      return connectorSession;
    };

    try {
      record.socialUserInfo = await learn(connector, connectorData, readSession);
      // The provider has seen a human being already.
      data.captcha.skipped = true;
    } finally {
      // Also after a failure: what a connector keeps may be read only once.
      await experience.save();
    }

    return json({ verificationId: record.id }, 200, { 'set-cookie': forgottenOneTapCookie });
  });

  return routes;
};
