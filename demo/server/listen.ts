import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

export type FetchHandler = (request: Request) => Response | Promise<Response>;

/**
 * A server that is bound already and answers once it is given a listener, because what it serves needs to know its port. Requests
 * that come before wait.
 */
export interface BoundServer {
  readonly port: number;
  serve(listener: RequestListener): void;
  close(): Promise<void>;
}

/** @throws Error with code EADDRINUSE when the port is taken. */
export const bind = async (port: number, host: string): Promise<BoundServer> => {
  let serve: BoundServer['serve'] = () => undefined;
  const given = new Promise<RequestListener>((resolve) => {
    serve = resolve;
  });
  const server = createServer((incoming, outgoing) => {
    void given.then((listener) => listener(incoming, outgoing));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
};

/** Answers Node requests by a fetch handler. A response of type `error` breaks the connection, as a network failure does. */
export const toNodeListener = (handle: FetchHandler): ((incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>) =>
  getRequestListener(
    async (request, { incoming }) => {
      const response = await handle(request);
      if (response.type !== 'error') return response;
      incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    },
    { overrideGlobalObjects: false },
  );
