/** Each switch is a button that says which requests of the QA API it makes, and where it leads. */
import type { QaRequest } from '../qa-request.ts';
import { byId } from './dom.ts';

const outcome = byId('outcome');

const perform = async ({ method, path, body }: QaRequest): Promise<unknown> => {
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)}`);
  return response.status === 204 ? undefined : response.json();
};

/** What was made for somebody to follow. */
const linkIn = (answer: unknown): string | undefined => (answer as { readonly link?: string } | undefined)?.link;

/** Of the buttons that exclude each other this one holds. */
const choose = (button: HTMLButtonElement): void => {
  const { choice } = button.dataset;
  if (choice === undefined) return;
  for (const other of document.querySelectorAll(`[data-choice="${choice}"]`)) {
    other.setAttribute('aria-pressed', String(other === button));
  }
};

const press = async (button: HTMLButtonElement): Promise<void> => {
  const { requests = '[]', start } = button.dataset;
  let answer: unknown;
  for (const request of JSON.parse(requests) as readonly QaRequest[]) answer = await perform(request);
  const address = start || linkIn(answer);
  if (address) location.assign(address);
  choose(button);
};

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-requests]') : null;
  if (!button) return;
  const label = button.querySelector('span')?.firstChild?.textContent?.trim() ?? '';
  press(button).then(
    () => (outcome.textContent = `${label}: done.`),
    () => (outcome.textContent = `${label}: failed.`),
  );
});

// Back from a journey, which left other settings than the browser remembers.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
