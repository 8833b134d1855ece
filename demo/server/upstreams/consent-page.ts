import { html } from 'hono/html';
import { document } from '../site/document.ts';
import { people as everybody } from './people.ts';

interface Somebody {
  readonly key: string;
  readonly name: string;
  readonly email: string;
}

/** Asks a person, on behalf of a provider, whether an app may know who they are. Posts `person` and `decision` to its own address. */
export const consentPage = ({
  provider,
  app,
  people = everybody,
}: {
  readonly provider: string;
  readonly app: string;
  readonly people?: readonly Somebody[];
}) =>
  document({
    title: `${provider} (stand-in)`,
    className: `consent consent-${provider.toLowerCase()}`,
    body: html`<main class="card">
      <p class="eyebrow">${provider} stand-in</p>
      <h1>${app} wants to sign you in</h1>
      <p>It will receive your name and your id at ${provider}.</p>
      <form method="post">
        <fieldset>
          <legend>Who are you?</legend>
          ${people.map(
            (person, index) =>
              html`<label class="choice">
                <input type="radio" name="person" value="${person.key}" ${index === 0 ? 'checked' : ''} />
                <span>${person.name}<small>${person.email}</small></span>
              </label>`,
          )}
        </fieldset>
        <div class="actions">
          <button class="primary" name="decision" value="allow">Allow</button>
          <button name="decision" value="cancel">Cancel</button>
        </div>
      </form>
    </main>`,
  });

/** Says why a provider refuses to ask: nobody is sent to an address that was not registered. */
export const refusalPage = ({ provider, reason }: { readonly provider: string; readonly reason: string }) =>
  document({
    title: `${provider} (stand-in)`,
    className: 'consent',
    body: html`<main class="card">
      <p class="eyebrow">${provider} stand-in</p>
      <h1>This request cannot go on</h1>
      <p role="alert">${reason}</p>
    </main>`,
  });
