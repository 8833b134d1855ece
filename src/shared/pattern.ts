import { isPattern } from './is-pattern.ts';

/**
 * Regular expressions from untrusted sources. The browser's engine backtracks, so a pattern like `^(a+)+$` can block the page for
 * minutes and cannot be interrupted. It is used only where it has few paths to try; otherwise all paths are followed at once
 * (Thompson's algorithm), in time proportional to text and pattern, and not at all where that would take too long.
 */

type Node =
  /** One code unit; the browser's engine decides whether it matches. */
  | { readonly kind: 'unit'; readonly test: RegExp }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly body: Node; readonly min: number; readonly max: number }
  | { readonly kind: 'look'; readonly body: Node; readonly back: boolean; readonly not: boolean }
  /** `^`, `$`, `\b`, `\B`. */
  | { readonly kind: 'edge'; readonly edge: string }
  /** Left to the browser's engine: back references, groups with flags of their own. */
  | { readonly kind: 'own'; readonly body: Node };

/** Maximum length of a text, in UTF-16 code units. */
const longestText = 10_000;

/** Maximum number of steps of a match: about ten milliseconds, more on a slow phone. */
const budget = 100_000;

/** Thrown where matching would take too long, or the syntax is not supported. */
class Unknown extends Error {}

/**
 * Whether a text matches a regular expression without flags, as `new RegExp(source).test(text)` says it.
 *
 * @returns undefined where finding out could take too long: for a text of more than 10,000 or a pattern of more than 2,000
 *   characters, for many repetitions around a back reference, and for what is no pattern
 */
export function matchesPattern(text: string, source: string): boolean | undefined {
  if (text.length > longestText || !isPattern(source)) return undefined;
  try {
    const root = parse(source);
    const { ways, size } = costOf(root, text.length);
    if (ways * size * (text.length + 1) <= budget) return new RegExp(source).test(text);
    const everywhere = new Set(Array.from({ length: text.length + 1 }, (_, index) => index));
    return follow(root, text)(everywhere).size > 0;
  } catch {
    return undefined;
  }
}

/** Escapes of more than one character for one code unit; without the digits they need, the letter stands for itself. */
const escapes = /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|c[A-Za-z]|0[0-7]{0,2}|[^])/y;
const reference = /\\(?:[1-9]\d*|k<[^>]*>)/y;
const quantifier = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/y;
const opening = /\((?:\?(?:([=!])|<([=!])|:|<[^=!>][^>]*>|([a-z]*(?:-[a-z]*)?):))?(?!\?)/y;
const set = /\[(?:[^\]\\]|\\[^])*\]/y;

/** Parses a valid pattern. Only what `RegExp` takes without flags occurs (ECMA-262, Annex B.1.2). */
function parse(source: string): Node {
  let at = 0;

  const read = (token: RegExp): RegExpExecArray | undefined => {
    token.lastIndex = at;
    const found = token.exec(source) ?? undefined;
    at += found?.[0].length ?? 0;
    return found;
  };

  const choice = (): Node => {
    const parts = [sequence()];
    while (read(/\|/y)) parts.push(sequence());
    return { kind: 'choice', parts };
  };

  const sequence = (): Node => {
    const parts: Node[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(term()));
    return { kind: 'sequence', parts };
  };

  const repeated = (body: Node): Node => {
    const [whole, from, comma, to] = read(quantifier) ?? [];
    if (whole === undefined) return body;
    if (from === undefined)
      return { kind: 'repeat', body, min: whole.startsWith('+') ? 1 : 0, max: whole.startsWith('?') ? 1 : Infinity };
    return { kind: 'repeat', body, min: Number(from), max: to ? Number(to) : comma ? Infinity : Number(from) };
  };

  const term = (): Node => {
    const edge = read(/\^|\$|\\[bB]/y)?.[0];
    if (edge) return { kind: 'edge', edge };
    if (read(reference)) return { kind: 'own', body: { kind: 'sequence', parts: [] } };
    if (source[at] === '(') return group();
    const unit = (read(set) ?? read(escapes) ?? read(/[^]/y))?.[0];
    // `\c` without a letter is a backslash and a letter.
    if (unit === '\\c') throw new Unknown();
    return { kind: 'unit', test: new RegExp(`^(?:${unit ?? ''})$`) };
  };

  const group = (): Node => {
    const found = read(opening);
    if (!found) throw new Unknown();
    const [, ahead, behind, flags] = found;
    const body = choice();
    at += 1;
    const look = ahead ?? behind;
    if (look) return { kind: 'look', body, back: behind !== undefined, not: look === '!' };
    return flags ? { kind: 'own', body } : body;
  };

  return choice();
}

/** Upper bounds for a backtracking engine: the number of paths through a pattern that it may try on a text, and their length. */
function costOf(node: Node, length: number): { readonly ways: number; readonly size: number } {
  switch (node.kind) {
    case 'unit':
    case 'edge':
      return { ways: 1, size: 1 };
    case 'own':
    case 'look': {
      const { ways, size } = costOf(node.body, length);
      return { ways, size: size + 1 };
    }
    case 'repeat': {
      const { ways, size } = costOf(node.body, length);
      // Beyond the least number each repetition takes a character.
      const most = Math.min(node.max, node.min + length);
      const finite = node.max === Infinity ? node.min + 1 : node.max;
      return { ways: ways ** most * (most - node.min + 1), size: Math.max(1, finite) * size };
    }
    default: {
      const costs = node.parts.map((part) => costOf(part, length));
      const sum = (of: 'ways' | 'size') => costs.reduce((total, cost) => total + cost[of], 0);
      return {
        ways: node.kind === 'choice' ? sum('ways') : costs.reduce((total, { ways }) => total * ways, 1),
        size: 1 + sum('size'),
      };
    }
  }
}

type Positions = ReadonlySet<number>;

/** The places in a text where a match of a pattern can end that begins at one of some places. */
function follow(root: Node, text: string): (from: Positions) => Positions {
  let left = budget;
  const spend = (steps: number) => {
    left -= steps;
    if (left < 0) throw new Unknown();
  };
  const keep = (from: Positions, test: (position: number) => boolean): Positions => new Set([...from].filter(test));

  const isWord = (position: number) => /^\w/.test(text.charAt(position));
  const isEdge = (edge: string, position: number): boolean => {
    if (edge === '^') return position === 0;
    if (edge === '$') return position === text.length;
    return (isWord(position - 1) !== isWord(position)) === (edge === '\\b');
  };

  const ends = (node: Node, from: Positions): Positions => {
    spend(from.size + 1);
    if (from.size === 0) return from;
    switch (node.kind) {
      case 'unit': {
        const after = new Set<number>();
        for (const position of from) if (position < text.length && node.test.test(text.charAt(position))) after.add(position + 1);
        return after;
      }
      case 'edge':
        return keep(from, (position) => isEdge(node.edge, position));
      case 'sequence':
        return node.parts.reduce((positions, part) => ends(part, positions), from);
      case 'choice': {
        const after = new Set<number>();
        for (const part of node.parts) for (const position of ends(part, from)) after.add(position);
        return after;
      }
      case 'repeat':
        return repeat(node, from);
      case 'look':
        return keep(
          from,
          (position) => (node.back ? behind(node.body, position) : ends(node.body, new Set([position])).size > 0) !== node.not,
        );
      case 'own':
        throw new Unknown();
    }
  };

  const repeat = ({ body, min, max }: Extract<Node, { kind: 'repeat' }>, from: Positions): Positions => {
    let last = from;
    for (let count = 0; count < min && last.size > 0; count++) last = ends(body, last);
    const all = new Set(last);
    // A position that fewer repetitions reached already adds nothing new.
    for (let count = min; count < max && last.size > 0; count++) {
      last = keep(ends(body, last), (position) => !all.has(position));
      for (const position of last) all.add(position);
    }
    return all;
  };

  const behind = (body: Node, position: number): boolean => {
    for (let start = position; start >= 0; start--) if (ends(body, new Set([start])).has(position)) return true;
    return false;
  };

  return (from) => ends(root, from);
}
