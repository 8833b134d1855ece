/** A captcha token that is good. The stand-in widgets hand it out; anything else fails. */
export const goodCaptchaToken = 'captcha-solved';

/** How the stand-in widgets may behave, and what that means. */
export const captchaBehaviours = {
  ask: 'A box to tick; those that show nothing solve themselves',
  solve: 'Solved at once, by itself',
  fail: 'The widget reports an error',
  refuse: 'Solved, but the server refuses the token',
  silent: 'The widget is there and never answers',
  hang: 'The script never arrives',
  blocked: 'The connection to the script breaks',
} as const;

export type CaptchaBehaviour = keyof typeof captchaBehaviours;
