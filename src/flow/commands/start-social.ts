import type { Command } from '../context.ts';
import { FlowProblem } from '../flow-problem.ts';
import { usableConnectors } from '../policy/connectors.ts';
import { openProvider } from './open-provider.ts';

/** "Continue with …". */
export const startSocial: Command<{ readonly connectorId: string }> = {
  needsAgreement: 'sign-in',
  async run(context, { connectorId }) {
    const connector = usableConnectors(context.settings, context.native).find(({ id }) => id === connectorId);
    if (!connector) throw new FlowProblem('connector.unknown');
    return openProvider(context, connector, 'assign');
  },
};
