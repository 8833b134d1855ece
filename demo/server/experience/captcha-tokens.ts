/** A captcha token that is good. The stand-in widgets hand it out; anything else fails. */
export const goodCaptchaToken = 'captcha-solved';

/**
 * How the stand-in widgets behave:
 * - `ask`: a box to tick (unseen ones solve themselves);
 * - `solve`: by itself, at once;
 * - `fail`: the widget reports an error;
 * - `refuse`: a token that the server refuses;
 * - `silent`: the widget is there and never answers;
 * - `hang`: the script never arrives;
 * - `blocked`: the connection to the script breaks.
 */
export const captchaBehaviours = ['ask', 'solve', 'fail', 'refuse', 'silent', 'hang', 'blocked'] as const;

export type CaptchaBehaviour = (typeof captchaBehaviours)[number];
