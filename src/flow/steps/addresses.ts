import type { Settings } from '../../client/schemas/settings.ts';
import type { Location } from '../../platform/ports.ts';
import { isRecord } from '../../shared/schema.ts';
import { resolveFirstStep } from '../history.ts';
import { decodeFully, readParams } from '../params.ts';
import { definitionOf, previousStep, steps } from './index.ts';
import type { Step } from './step.ts';

/** The server's path of a step. Steps without one do not change the address. */
export function stepToPath(step: Step): string | undefined {
  const [pattern] =
    Object.entries(definitionOf(step).paths).find(([, fits]) => (typeof fits === 'function' ? fits(step) : fits)) ?? [];
  const members = step as unknown as Readonly<Record<string, string | undefined>>;
  return pattern?.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(members[name] ?? ''));
}

/** What the history entry of a step holds. */
export function stepToHistory(step: Step): object {
  const kept: Readonly<Record<string, boolean>> = definitionOf(step).keep;
  return Object.fromEntries(Object.entries(step).filter(([member]) => kept[member]));
}

const segmentsOf = (path: string): readonly string[] => path.split('/').filter(Boolean);

/** All patterns in matching order. */
const patterns = Object.values(steps).flatMap(({ paths, restore }) =>
  Object.keys(paths).map((pattern) => ({ pattern, restore, wanted: segmentsOf(pattern) })),
);

/** The step of an address. If data of the step was lost, the nearest previous step that does not need it. */
export function pathToStep(location: Location, settings: Settings): Step {
  const segments = segmentsOf(location.path).map((segment) => decodeFully(segment));
  const params = readParams(location);
  const history = isRecord(location.state) ? location.state : {};
  for (const { pattern, restore, wanted } of patterns) {
    const members = match(segments, wanted);
    const step = members && restore({ pattern, members, params, history, settings });
    if (step) return resolveStep(step, settings);
  }
  return { name: 'not-found' };
}

/** The step, or the nearest previous one that this tenant has. */
export function resolveStep(wanted: Step, settings: Settings): Step {
  const step = resolveFirstStep(wanted, settings);
  return definitionOf(step).available(settings, step) ? step : resolveStep(previousStep(step), settings);
}

/** The values of the `:members` of a pattern; undefined if the path does not match. */
function match(segments: readonly string[], wanted: readonly string[]): Readonly<Record<string, string>> | undefined {
  const isOpen = wanted.at(-1) === '*';
  const fixed = isOpen ? wanted.slice(0, -1) : wanted;
  if (isOpen ? segments.length < fixed.length : segments.length !== fixed.length) return undefined;
  const members: Record<string, string> = {};
  for (const [index, name] of fixed.entries()) {
    const segment = segments[index] ?? '';
    if (name.startsWith(':') && segment) members[name.slice(1)] = segment;
    else if (name !== segment) return undefined;
  }
  return members;
}
