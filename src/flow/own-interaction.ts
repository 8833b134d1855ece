import { startInteraction } from '../client/endpoints/interaction.ts';
import type { Client } from '../client/request.ts';
import type { Context } from './context.ts';
import { FlowProblem } from './flow-problem.ts';
import { isRecord, parseJson } from './guards.ts';
import { interactionOf } from './interaction-memory.ts';

/**
 * The server keeps one interaction of an app for a browser. Whoever begins anew in another tab, by a link that somebody sent for
 * example, puts theirs in its place, and what a person enters in the tab before would go to that account. So each beginning has a
 * name, which all tabs can read, and a tab goes on with its own alone.
 */
type Memories = Pick<Context, 'memory' | 'storages'>;

const key = 'sie:1:begun';

/** Without an app that the server can be told of it takes the interaction that began last, whichever app's. */
function appOf({ memory }: Memories): string {
  const { appId = '' } = memory.session();
  return /^[\x20-\x7e]+$/.test(appId) ? appId : '';
}

/** Names of the last beginnings, by app. Undefined where nothing is kept. */
function beginnings({ storages: { local } }: Memories): Readonly<Record<string, unknown>> | undefined {
  const stored = parseJson(local.get(key));
  return isRecord(stored) ? stored : undefined;
}

/** Notes that this tab has begun the interaction. @returns its name, to be kept with it */
export function noteBegun(context: Context): string {
  const name = context.randomToken();
  const app = appOf(context);
  const { '': _, ...others } = app ? (beginnings(context) ?? {}) : {};
  context.storages.local.set(key, JSON.stringify({ ...others, [app]: name }));
  return name;
}

/** Another tab has begun anew. Where it cannot be told, nobody has. */
function isReplaced(context: Context): boolean {
  const { begun } = interactionOf(context.storages);
  const known = beginnings(context);
  return begun !== undefined && known !== undefined && known[appOf(context)] !== begun;
}

/** The client of a command: it changes no interaction but the tab's own. */
export function ownClient(context: Context): Client {
  return {
    async call(endpoint, request, options) {
      const isFree = endpoint.method === 'GET' || (endpoint as unknown) === startInteraction;
      if (!isFree && isReplaced(context)) throw new FlowProblem('session.verification_session_not_found');
      return context.client.call(endpoint, request, options);
    },
  };
}
