/** Keeps the inbox fresh: asks every second while the page is seen. */
import type { DeliveredMessage } from '../../ports.ts';
import { byId, create } from './dom.ts';

const list = byId('messages');
let newestShown: string | undefined;

const row = ({ channel, to, usage, code, text, sentAt }: DeliveredMessage): HTMLElement =>
  create(
    'li',
    {},
    create('strong', {}, `${channel === 'sms' ? 'SMS' : 'E-mail'} to ${channel === 'sms' ? `+${to}` : to}`),
    create('span', { className: 'code' }, code),
    create('span', {}, text),
    create('small', {}, `${usage}, ${new Date(sentAt).toLocaleTimeString()}`),
  );

const refresh = async (): Promise<void> => {
  const response = await fetch('/qa/outbox');
  if (!response.ok) return;
  const messages = (await response.json()) as readonly DeliveredMessage[];
  byId('empty').hidden = messages.length > 0;
  if (messages[0]?.id === newestShown && list.childElementCount === messages.length) return;
  newestShown = messages[0]?.id;
  list.replaceChildren(...messages.map(row));
};

const keepFresh = async (): Promise<void> => {
  if (!document.hidden) await refresh().catch(() => undefined);
  setTimeout(() => void keepFresh(), 1000);
};
void keepFresh();
