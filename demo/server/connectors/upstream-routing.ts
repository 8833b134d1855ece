import { AsyncLocalStorage } from 'node:async_hooks';
import https, { Agent, type RequestOptions } from 'node:https';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

declare module 'https' {
  interface Agent {
    // A documented method that the types of Node 20 leave out.
    createConnection(options: RequestOptions, callback?: (error: Error | null, stream: Duplex) => void): Duplex;
  }
}

/** Port of the stand-ins on loopback, while a connector of the demo runs. */
const standInPort = new AsyncLocalStorage<number>();

/**
 * The published connectors call fixed https addresses and offer no way to change them. They run unmodified: only the socket
 * below their requests is another one. A call made inside `withStandIns` reaches the stand-ins in plain HTTP, `Host` header and
 * all; every other request of the process goes where it says.
 */
class StandInAgent extends Agent {
  override createConnection(options: RequestOptions, callback?: (error: Error | null, stream: Duplex) => void): Duplex {
    const port = standInPort.getStore();
    return port === undefined ? super.createConnection(options, callback) : connect(port, '127.0.0.1');
  }
}

/** Runs a call of a connector so that its HTTPS requests end at the stand-ins on this loopback port. */
export const withStandIns = <T>(port: number, call: () => Promise<T>): Promise<T> => {
  if (!(https.globalAgent instanceof StandInAgent)) {
    // No keep-alive: a socket kept for one demo must not serve another one in the same process.
    https.globalAgent = new StandInAgent({ keepAlive: false });
  }
  return standInPort.run(port, call);
};
