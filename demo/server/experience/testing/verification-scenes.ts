import { ConnectorError, ConnectorErrorCodes } from '@logto/connector-kit';

import { createMemorySocialConnector } from '../memory-connectors.ts';
import { demandCaptcha, dig, type Recorded, type Scene, type Scenes, start, verification } from './scene.ts';
import type { Stage } from './stage.ts';
import { askForCode, begin, codeFor, givePassword, identifierFor, leaveFor, otherThan, receiveCode } from './steps.ts';

const requested = (recorded: Recorded): { readonly address: string; readonly password: string } => ({
  address: String(dig(recorded.request, 'identifier', 'value')),
  password: String(recorded.request?.['password']),
});

/** Gives the stage the account that a recorded password belongs to. */
const insertOwner = (stage: Stage, recorded: Recorded, more: Readonly<Record<string, unknown>> = {}): void => {
  const { address, password } = requested(recorded);
  stage.api.state.users.insert({ username: address, password, ...more });
};

const useRecordedConnector = (stage: Stage, recorded: Recorded): string => {
  const id = recorded.path.split('/')[5] ?? '';
  stage.socialConnectors = [createMemorySocialConnector({ id, target: 'recorded' })];

  return id;
};

const lockOut = async (stage: Stage, recorded: Recorded): Promise<void> => {
  const { address, password } = requested(recorded);

  for (let attempt = 1; attempt < 5; attempt += 1) {
    await givePassword(stage, address, password);
  }
};

const refuse =
  (code: ConnectorErrorCodes): Scene =>
  async (stage, recorded) => {
    const id = useRecordedConnector(stage, recorded);
    const fail = async (): Promise<never> => Promise.reject(new ConnectorError(code, dig(recorded.response, 'data')));
    stage.socialConnectors = stage.socialConnectors.map((connector) => ({ ...connector, getUserInfo: fail }));
    await begin(stage);

    return verification(await leaveFor(stage, id));
  };

/** What somebody proves, and how it fails. */
export const verificationScenes = {
  'POST /api/experience/verification/password 200': async (stage, recorded) => {
    insertOwner(stage, recorded);

    return start(stage, recorded);
  },
  'POST /api/experience/verification/password 400 session.verification_blocked_too_many_attempts': async (stage, recorded) => {
    await begin(stage);
    await lockOut(stage, recorded);

    return undefined;
  },
  'POST /api/experience/verification/password 401 user.suspended': async (stage, recorded) => {
    insertOwner(stage, recorded, { isSuspended: true });

    return start(stage, recorded);
  },
  'POST /api/experience/verification/password 422 password.expired': async (stage, recorded) => {
    insertOwner(stage, recorded, { passwordUpdatedAt: 0 });
    stage.configure({ passwordExpiration: { enabled: true, validPeriodDays: 1 } });

    return start(stage, recorded);
  },
  'POST /api/experience/verification/password 422 session.invalid_credentials': start,
  'POST /api/experience/verification/social/:connectorId/authorization-uri 200': async (stage, recorded) => {
    useRecordedConnector(stage, recorded);

    return start(stage, recorded);
  },
  'POST /api/experience/verification/social/:connectorId/authorization-uri 404 entity.not_found': start,
  'POST /api/experience/verification/social/:connectorId/verify 200': async (stage, recorded) => {
    const id = useRecordedConnector(stage, recorded);
    await begin(stage);

    return verification(await leaveFor(stage, id));
  },
  'POST /api/experience/verification/social/:connectorId/verify 400 connector.general': refuse(ConnectorErrorCodes.General),
  'POST /api/experience/verification/social/:connectorId/verify 400 connector.invalid_response': refuse(
    ConnectorErrorCodes.InvalidResponse,
  ),
  'POST /api/experience/verification/verification-code 200': start,
  'POST /api/experience/verification/verification-code 400 guard.invalid_input': start,
  'POST /api/experience/verification/verification-code 422 session.captcha_required': async (stage, recorded) => {
    demandCaptcha(stage);

    return start(stage, recorded);
  },
  'POST /api/experience/verification/verification-code 429 request.message_rate_limited': async (stage, recorded) => {
    await begin(stage);

    for (let message = 1; message <= 10; message += 1) {
      await askForCode(stage, requested(recorded).address);
    }

    return undefined;
  },
  'POST /api/experience/verification/verification-code/verify 200': async (stage, recorded) => {
    const { address } = requested(recorded);
    await begin(stage);
    const verificationId = await receiveCode(stage, address);

    return { body: { verificationId, code: codeFor(stage, address) } };
  },
  'POST /api/experience/verification/verification-code/verify 400 verification_code.code_mismatch': async (stage, recorded) => {
    const { address } = requested(recorded);
    await begin(stage);
    const verificationId = await receiveCode(stage, address);

    return { body: { identifier: identifierFor(address), verificationId, code: otherThan(codeFor(stage, address)) } };
  },
  'POST /api/experience/verification/verification-code/verify 404 session.verification_session_not_found': start,
} satisfies Scenes;
