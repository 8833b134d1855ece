import type { Command } from '../context.ts';
import { usableConnectors } from '../policy/connectors.ts';
import { pathToStep } from '../routes.ts';
import { openProvider } from './start-social.ts';

/** The app asked for one connector at once (flows 20). Where it does not work here, the screen the app named instead. */
export const startDirect: Command<{ readonly method: string; readonly target: string; readonly fallback: string }> = {
  needsAgreement: true,
  async run(context, { method, target, fallback }) {
    const { settings, native } = context;
    const connector = method === 'social' && usableConnectors(settings, native).find((candidate) => candidate.target === target);
    if (connector) return openProvider(context, connector, 'replace');
    return { go: pathToStep({ path: `/${fallback}`, search: '', hash: '', state: null }, settings), replace: true };
  },
};
