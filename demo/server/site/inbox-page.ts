import { html } from 'hono/html';
import { document } from './document.ts';

/** Shows what was sent to phones and mailboxes; its script fills and refreshes the list. */
export const inboxPage = () =>
  document({
    title: 'Inbox',
    script: '/demo-assets/inbox.js',
    body: html`<header>
        <p class="eyebrow"><a href="/">Sign-in demo</a></p>
        <h1>Inbox</h1>
        <p class="lead">What the SMS and e-mail connectors delivered, newest first.</p>
      </header>
      <main>
        <p id="empty" class="hint">Nothing has arrived yet.</p>
        <ul id="messages" class="messages" aria-live="polite"></ul>
      </main>`,
  });
