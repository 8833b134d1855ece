import { html } from 'hono/html';
import { document } from './document.ts';

export const platforms = { ios: 'iOS', android: 'Android' } as const;
export type Platform = keyof typeof platforms;

export const isPlatform = (value: string | undefined): value is Platform => value !== undefined && value in platforms;

/** A phone on the screen: an app that shows the hosted page in its web view. */
export const nativeShellPage = (platform: Platform, standInOrigin: string) =>
  document({
    title: `${platforms[platform]} shell`,
    script: '/demo-assets/native-shell.js',
    data: { platform, 'stand-in-origin': standInOrigin },
    body: html`<main class="shell">
      <section>
        <p class="eyebrow"><a href="/">Sign-in demo</a></p>
        <h1>${platforms[platform]} shell</h1>
        <p class="lead">
          An app with the native SDK. The frame is its web view: the page finds <code>window.logtoNativeSdk</code> before its own
          scripts run.
        </p>
        <p role="alert" id="problem"></p>
        <div class="actions">
          <button type="button" id="report-error">Let the SDK report an error</button>
          <a class="button" href="/native-shell?platform=${platform === 'ios' ? 'android' : 'ios'}">The other platform</a>
        </div>
      </section>
      <div class="phone phone-${platform}">
        <header>Demo app</header>
        <div data-screen id="start">
          <h2>Welcome</h2>
          <p>You are not signed in.</p>
          <button type="button" class="primary" id="sign-in">Sign in</button>
        </div>
        <iframe data-screen id="web-view" title="Web view" hidden></iframe>
        <div data-screen id="account" hidden>
          <h2>You are signed in</h2>
          <div class="scroll">
            <table>
              <tbody id="claims"></tbody>
            </table>
          </div>
          <button type="button" id="sign-out">Sign out</button>
        </div>
        <div class="sheet sheet-app" id="alipay-sheet" role="dialog" aria-label="Alipay app" tabindex="-1" hidden>
          <iframe id="alipay-app" title="Alipay app"></iframe>
          <button type="button" id="cancel-alipay">Close the Alipay app</button>
        </div>
        <div class="sheet" id="browser-sheet" role="dialog" aria-labelledby="browser-sheet-title" tabindex="-1" hidden>
          <h2 id="browser-sheet-title">“Demo app” wants to use the browser to sign in</h2>
          <p>This lets the app and the website share information about you.</p>
          <div class="actions">
            <a class="button primary" id="open-browser" target="_blank" rel="noopener">Continue</a>
            <button type="button" id="cancel-browser">Cancel</button>
          </div>
        </div>
      </div>
    </main>`,
  });

/** The end of a sign-in in the web view. The shell takes over here, so nobody gets to see it for long. */
export const nativeCallbackPage = () =>
  document({ title: 'Back in the app', className: 'narrow', body: html`<p>Back in the app.</p>` });

/** The app's universal link: other apps and the system browser end here. */
export const nativeReturnPage = () =>
  document({
    title: 'Back to the app',
    className: 'narrow',
    script: '/demo-assets/native-return.js',
    body: html`<main class="card">
      <h1>Go back to the app</h1>
      <p>You can close this window.</p>
    </main>`,
  });
