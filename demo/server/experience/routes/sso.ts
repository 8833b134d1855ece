import { ConnectorError } from '@logto/connector-kit';
import {
  extendedSocialUserInfoGuard,
  socialAuthorizationUrlPayloadGuard,
  socialVerificationCallbackPayloadGuard,
  VerificationType,
} from '@logto/schemas';
import { Hono } from 'hono';
import { z } from 'zod';

import type { SsoConnector } from '../../ports.ts';
import { ApiError } from '../api-error.ts';
import { json, readBody } from '../http.ts';
import { randomId } from '../random-id.ts';
import type { Services } from '../services.ts';
import { findRecordOf, putRecord } from '../verification-records.ts';
import type { ExperienceEnvironment } from './environment.ts';

const authorizationBody = socialAuthorizationUrlPayloadGuard.omit({ scope: true });
const verifyBody = socialVerificationCallbackPayloadGuard.extend({ verificationId: z.string() });

/** A company's provider that fails is the operator's trouble, hence 500 whatever went wrong. */
const blameOperator = async <Result>(call: () => Promise<Result>): Promise<Result> => {
  try {
    return await call();
  } catch (error) {
    throw error instanceof ConnectorError ? new ApiError(`connector.${error.code}`, { status: 500, data: error.data }) : error;
  }
};

/** The way out to a company's identity provider and the way back. */
export const ssoRoutes = ({ state, ssoConnector }: Services) => {
  const routes = new Hono<ExperienceEnvironment>();

  const findConnector = (connectorId: string): SsoConnector => {
    const entry = state.tenant.ssoConnectors.find(({ id }) => id === connectorId);

    if (entry === undefined) {
      throw new ApiError('entity.not_exists_with_id', { status: 404, values: { name: 'sso_connector', id: connectorId } });
    }

    return ssoConnector(entry);
  };

  routes.post('/:connectorId/authorization-uri', async ({ req, var: { experience } }) => {
    const request = await readBody(req.raw, authorizationBody);
    const connectorId = req.param('connectorId');
    const connector = findConnector(connectorId);
    const { data } = experience;

    const authorizationUri = await blameOperator(async () =>
      connector.getAuthorizationUri(request, (session) => {
        data.connectorSession = session;
      }),
    );
    const id = randomId();
    putRecord(data.verificationRecords, { id, type: VerificationType.EnterpriseSso, connectorId });
    await experience.save();

    return json({ authorizationUri, verificationId: id });
  });

  routes.post('/:connectorId/verify', async ({ req, var: { experience } }) => {
    const { connectorData, verificationId } = await readBody(req.raw, verifyBody);
    const connectorId = req.param('connectorId');
    const { data } = experience;
    const record = findRecordOf(data.verificationRecords, VerificationType.EnterpriseSso, verificationId);

    if (record.connectorId !== connectorId) {
      throw new ApiError('session.verification_session_not_found', { status: 404 });
    }

    const connector = findConnector(connectorId);
    const { connectorSession } = data;

    if (connectorSession === undefined) {
      throw new ApiError('session.connector_validation_session_not_found');
    }

    data.connectorSession = undefined;

    try {
      const userInfo = await blameOperator(async () => connector.getUserInfo(connectorData, connectorSession));
      record.enterpriseSsoUserInfo = extendedSocialUserInfoGuard.parse(userInfo);
      record.issuer = connector.issuer;
      data.captcha.skipped = true;
    } finally {
      // Also after a failure: what a connector keeps may be read only once.
      await experience.save();
    }

    return json({ verificationId: record.id });
  });

  return routes;
};
