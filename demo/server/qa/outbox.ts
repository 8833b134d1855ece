import { Hono } from 'hono';

import type { Outbox } from '../ports.ts';

/** `GET /`: the messages that were delivered, codes included, newest first; `?to=` picks a recipient. `DELETE /` empties it. */
export const outboxRoutes = (outbox: Outbox): Hono => {
  const routes = new Hono();

  routes.get('/', (context) => {
    const to = context.req.query('to');

    return context.json(outbox.messages.filter((message) => to === undefined || message.to === to));
  });

  routes.delete('/', (context) => {
    outbox.clear();

    return context.body(null, 204);
  });

  return routes;
};
