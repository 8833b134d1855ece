import type { Answer, Stage } from './stage.ts';

type Event = 'SignIn' | 'Register' | 'ForgotPassword';

interface Identifier {
  readonly type: 'username' | 'email' | 'phone';
  readonly value: string;
}

/** A value inside an answer's body. */
export const pick = (answer: Answer, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], answer.body);

const verificationIdOf = (answer: Answer): string => {
  const id = pick(answer, 'verificationId');

  if (typeof id !== 'string') {
    throw new Error(`The answer has no verificationId: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
  }

  return id;
};

/** What kind of identifier an address is. */
export const identifierFor = (address: string): Identifier => ({
  type: address.includes('@') ? 'email' : /^\d+$/.test(address) ? 'phone' : 'username',
  value: address,
});

export const begin = async (stage: Stage, interactionEvent: Event = 'SignIn'): Promise<Answer> =>
  stage.call('PUT', '/api/experience', { interactionEvent });

export const switchTo = async (stage: Stage, interactionEvent: Event): Promise<Answer> =>
  stage.call('PUT', '/api/experience/interaction-event', { interactionEvent });

export const givePassword = async (stage: Stage, address: string, password: string): Promise<Answer> =>
  stage.call('POST', '/api/experience/verification/password', { identifier: identifierFor(address), password });

export const askForCode = async (stage: Stage, address: string, interactionEvent: Event = 'SignIn'): Promise<Answer> =>
  stage.call('POST', '/api/experience/verification/verification-code', {
    identifier: identifierFor(address),
    interactionEvent,
  });

export const giveCode = async (stage: Stage, address: string, verificationId: string, code: string): Promise<Answer> =>
  stage.call('POST', '/api/experience/verification/verification-code/verify', {
    identifier: identifierFor(address),
    verificationId,
    code,
  });

/** The code that reached an address last. */
export const codeFor = (stage: Stage, address: string): string => {
  const message = stage.outbox.messages.find(({ to }) => to === address);

  if (message === undefined) {
    throw new Error(`Nothing was sent to ${address}.`);
  }

  return message.code;
};

/** Any code but this one. */
export const otherThan = (code: string): string => (code === '000000' ? '111111' : '000000');

/** Proves a password; answers the verification id. */
export const proveByPassword = async (stage: Stage, address = 'alice', password = 'demo-password-1'): Promise<string> =>
  verificationIdOf(await givePassword(stage, address, password));

/** Receives a code; answers the verification id of the unproved record. */
export const receiveCode = async (stage: Stage, address: string, event: Event = 'SignIn'): Promise<string> =>
  verificationIdOf(await askForCode(stage, address, event));

/** Receives a code and gives it back; answers the verification id. */
export const proveByCode = async (stage: Stage, address: string, event: Event = 'SignIn'): Promise<string> => {
  const id = await receiveCode(stage, address, event);

  return verificationIdOf(await giveCode(stage, address, id, codeFor(stage, address)));
};

export const leaveFor = async (stage: Stage, connectorId = 'social-1'): Promise<string> =>
  verificationIdOf(
    await stage.call('POST', `/api/experience/verification/social/${connectorId}/authorization-uri`, {
      state: 'a-state',
      redirectUri: `http://localhost:4401/callback/${connectorId}`,
    }),
  );

export const returnFrom = async (
  stage: Stage,
  verificationId: string,
  connectorData: Readonly<Record<string, string>>,
  connectorId = 'social-1',
): Promise<Answer> =>
  stage.call('POST', `/api/experience/verification/social/${connectorId}/verify`, { verificationId, connectorData });

/** Goes to the social provider and comes back as somebody; answers the verification id. */
export const proveBySocial = async (
  stage: Stage,
  person: Readonly<Record<string, string>>,
  connectorId = 'social-1',
): Promise<string> => {
  const id = await leaveFor(stage, connectorId);

  return verificationIdOf(await returnFrom(stage, id, { code: 'a-code', ...person }, connectorId));
};

export const identify = async (stage: Stage, verificationId?: string, linkSocialIdentity?: boolean): Promise<Answer> =>
  stage.call('POST', '/api/experience/identification', { verificationId, linkSocialIdentity });

export const submit = async (stage: Stage): Promise<Answer> => stage.call('POST', '/api/experience/submit');

/** Adds to the profile of the account to be, or of the one signed in to. */
export const giveProfile = async (stage: Stage, profile: Readonly<Record<string, unknown>>): Promise<Answer> =>
  stage.call('POST', '/api/experience/profile', profile);

/** Sets the new password of a recovery. */
export const giveNewPassword = async (stage: Stage, password: string): Promise<Answer> =>
  stage.call('PUT', '/api/experience/profile/password', { password });

/** Gives what a magic link carries. */
export const giveOneTimeToken = async (stage: Stage, address: string, token: string): Promise<Answer> =>
  stage.call('POST', '/api/experience/verification/one-time-token/verify', { identifier: identifierFor(address), token });

/** Receives a magic link and follows it; answers the verification id. */
export const proveByMagicLink = async (stage: Stage, address: string): Promise<string> => {
  const { token } = stage.api.state.oneTimeTokens.create({ email: address });

  return verificationIdOf(await giveOneTimeToken(stage, address, token));
};

export const leaveForCompany = async (stage: Stage, connectorId = 'sso-acme'): Promise<string> =>
  verificationIdOf(
    await stage.call('POST', `/api/experience/verification/sso/${connectorId}/authorization-uri`, {
      state: 'a-state',
      redirectUri: `http://localhost:4401/callback/${connectorId}`,
    }),
  );

export const returnFromCompany = async (
  stage: Stage,
  verificationId: string,
  connectorData: Readonly<Record<string, string>>,
  connectorId = 'sso-acme',
): Promise<Answer> =>
  stage.call('POST', `/api/experience/verification/sso/${connectorId}/verify`, { verificationId, connectorData });

/** Goes to a company's provider and comes back as one of its people; answers the verification id. */
export const proveBySso = async (
  stage: Stage,
  claims: Readonly<Record<string, string>>,
  connectorId = 'sso-acme',
): Promise<string> =>
  verificationIdOf(await returnFromCompany(stage, await leaveForCompany(stage, connectorId), claims, connectorId));
