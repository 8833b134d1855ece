import type { DeliveredMessage, Outbox } from './ports.ts';

/** An outbox in memory. It keeps the newest 200 messages. */
export const createOutbox = (): Outbox => {
  let messages: readonly DeliveredMessage[] = [];
  let count = 0;

  return {
    get messages() {
      return messages;
    },
    add(message) {
      count += 1;
      messages = [{ ...message, id: String(count) }, ...messages].slice(0, 200);
    },
    clear() {
      messages = [];
    },
  };
};
