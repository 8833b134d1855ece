import type { Person } from './person.ts';

/** Label of the stand-in for a captcha's checkbox. */
export const box = 'I am human (captcha stand-in)';

/** Paths of the captcha providers' scripts that were requested: host, then path. */
export const captchaScripts = (I: Person): readonly string[] =>
  I.traffic.requests
    .map(({ url }) => url.pathname)
    .filter((path) => /^\/(challenges\.cloudflare\.com|www\.google\.com|recaptcha\.net)\//.test(path));

/** Solves the captcha by keyboard only. */
export async function solve(I: Person): Promise<void> {
  await I.find('checkbox', box);
  await I.seeFocusKept();
  await I.tabTo('checkbox', box);
  await I.pressKey(' ');
}
