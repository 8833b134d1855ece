import * as z from 'zod/mini';
import { textThat } from '../../shared/schema.ts';
import { json, noContent } from '../guard.ts';
import type { Endpoint, NoParameters } from '../request.ts';
import type { InteractionEvent } from '../schemas/identifier.ts';

export interface StartInteraction {
  readonly interactionEvent: InteractionEvent;
  /** Token of a solved captcha; the server checks it here and asks for it later, if at all. */
  readonly captchaToken?: string | undefined;
}

/** Starts the interaction anew. Whatever was verified or staged before is gone, but for a passkey challenge. */
export const startInteraction: Endpoint<StartInteraction, void> = {
  method: 'PUT',
  path: '/api/experience',
  body: (request) => request,
  answer: noContent,
};

export interface SetInteractionEvent {
  readonly interactionEvent: InteractionEvent;
}

/** Changes what the interaction is for, keeping what was verified. The staged profile is cleared. */
export const setInteractionEvent: Endpoint<SetInteractionEvent, void> = {
  method: 'PUT',
  path: '/api/experience/interaction-event',
  body: (request) => request,
  answer: noContent,
};

export interface Identify {
  /** May be left out when registering goes on with what was staged before. */
  readonly verificationId?: string | undefined;
  /** Links the verified social identity to the account it is related to. */
  readonly linkSocialIdentity?: boolean | undefined;
}

/** Takes the verified person as the user of the interaction; when registering, creates the user. */
export const identify: Endpoint<Identify, void> = {
  method: 'POST',
  path: '/api/experience/identification',
  body: (request) => request,
  answer: noContent,
};

const submitted = z.object({ redirectTo: textThat('address', Boolean) });

/** Where the browser goes now: unchecked. */
export type Submitted = Readonly<z.infer<typeof submitted>>;

/** Ends the interaction. Most of its errors name what the server still wants; then it may be called again. */
export const submit: Endpoint<NoParameters, Submitted> = {
  method: 'POST',
  path: '/api/experience/submit',
  answer: json(submitted),
};

/** Ends the interaction of a password reset, which signs nobody in: the answer names no address. */
export const submitPasswordReset: Endpoint<NoParameters, void> = {
  method: 'POST',
  path: '/api/experience/submit',
  answer: noContent,
};
