import { type ConnectorError, ConnectorErrorCodes } from '@logto/connector-kit';

import { ApiError } from './api-error.ts';

/** Statuses of connector failures that are not simply 400. */
const statuses: Partial<Record<ConnectorErrorCodes, number>> = {
  [ConnectorErrorCodes.SocialAuthCodeInvalid]: 401,
  [ConnectorErrorCodes.SocialAccessTokenInvalid]: 401,
  [ConnectorErrorCodes.SocialIdTokenInvalid]: 401,
  [ConnectorErrorCodes.AuthorizationFailed]: 401,
  [ConnectorErrorCodes.RateLimitExceeded]: 429,
  [ConnectorErrorCodes.UsageLimitExceeded]: 429,
  [ConnectorErrorCodes.NotImplemented]: 501,
};

const describe = (data: unknown): string => {
  const description: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'errorDescription') : undefined;

  return typeof description === 'string' ? description : (JSON.stringify(data) ?? '');
};

/** What the server answers when a connector fails. The connector's own data goes out unchanged. */
export const connectorFailure = (error: ConnectorError): ApiError =>
  new ApiError(`connector.${error.code}`, {
    status: statuses[error.code] ?? 400,
    data: error.data,
    values: error.code === ConnectorErrorCodes.General ? { errorDescription: describe(error.data) } : {},
  });
