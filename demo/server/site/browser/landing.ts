/** Each switch is a button that says which request of the QA API it makes. */
import { byId } from './dom.ts';

const outcome = byId('outcome');

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-path]') : null;
  const { method, path, body } = button?.dataset ?? {};
  if (!button || !method || !path) return;
  const label = button.querySelector('span')?.firstChild?.textContent?.trim() ?? '';

  void (async () => {
    const response = await fetch(path, {
      method,
      ...(body ? { body, headers: { 'Content-Type': 'application/json' } } : {}),
    }).catch(() => undefined);
    outcome.textContent = `${label}: ${response?.ok ? 'done' : 'failed'}.`;
  })();
});
