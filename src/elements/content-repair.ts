const isDamage = ({ type, removedNodes }: MutationRecord): boolean => type === 'characterData' || removedNodes.length > 0;

const removed = ({ removedNodes }: MutationRecord): Node[] => [...removedNodes];

/**
 * Renders with the nodes that Lit created. Lit finds the position of a text by the comment before it and assumes that the node after
 * it is its own. Where other scripts wrapped, replaced, split, joined or removed nodes, its update would get lost, appear beside old
 * text, or throw. So their changes to the children of an element are undone first, but only there, and only when Lit is about to
 * write. Content that does not change stays as they left it (translated), inputs stay the same elements, and a translator that
 * translates the new text causes no loop, because nothing happens before our next update.
 *
 * @param changes of other scripts, oldest first; those that were undone or are obsolete are removed
 */
export function renderRepaired(changes: MutationRecord[], render: () => void): void {
  const log = new Map<Node, MutationRecord[]>();
  for (const record of changes) log.set(record.target, [...(log.get(record.target) ?? []), record]);
  dropObsolete(log);
  const markers = [...log].flatMap(([target, records]) => [target, ...records.flatMap(removed)].flatMap(commentsIn));
  for (const marker of markers) interceptRead(marker, () => restoreAround(marker, log));
  try {
    render();
  } finally {
    for (const marker of markers) release(marker);
    const left = new Set([...log.values()].flat());
    changes.splice(0, changes.length, ...changes.filter((record) => left.has(record)));
  }
}

/** Drops changes to nodes that we removed: not connected, and not because other scripts removed them. */
function dropObsolete(log: Map<Node, MutationRecord[]>): void {
  const removedByOthers = [...log.values()].flat().flatMap(removed);
  for (const target of log.keys()) {
    if (!target.isConnected && !removedByOthers.some((node) => node.contains(target))) log.delete(target);
  }
}

function commentsIn(node: Node): Node[] {
  const comments: Node[] = [];
  const iterator = document.createNodeIterator(node, NodeFilter.SHOW_COMMENT);
  for (let comment = iterator.nextNode(); comment; comment = iterator.nextNode()) comments.push(comment);
  return comments;
}

/** Properties of the comment at the start of a part that Lit reads before it writes there (lit-html 3, `ChildPart`). */
const readBeforeWriting = ['nextSibling', 'parentNode'] as const;

/** Calls `call` once, when one of these properties is read. */
function interceptRead(marker: Node, call: () => void): void {
  for (const name of readBeforeWriting) {
    const get = () => {
      release(marker);
      call();
      return marker[name];
    };
    Object.defineProperty(marker, name, { configurable: true, get });
  }
}

function release(marker: Node): void {
  for (const name of readBeforeWriting) Reflect.deleteProperty(marker, name);
}

/** Undoes changes around a comment: to its siblings, to text nodes among them, and to its ancestors. */
function restoreAround(marker: Node, log: Map<Node, MutationRecord[]>): void {
  const isSibling = (target: Node) =>
    target instanceof Text && marker.parentNode !== null && target.parentNode === marker.parentNode;
  const concerns = ([target, records]: [Node, MutationRecord[]]) =>
    target === marker.parentNode || isSibling(target) || records.flatMap(removed).some((node) => node.contains(marker));
  // A restored node has a parent again, whose children may have been changed, too.
  for (let found = [...log].filter(concerns); found.length > 0; found = [...log].filter(concerns)) {
    const isDamaged = found.some(([, records]) => records.some(isDamage));
    for (const [target, records] of found) {
      log.delete(target);
      if (isDamaged) undo(target, records);
      const staying = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => !isDamaged || isDecoration(node));
      for (const node of staying) moveBeforeComment(node);
    }
  }
}

function undo(target: Node, records: readonly MutationRecord[]): void {
  for (const { type, oldValue, addedNodes, removedNodes, previousSibling, nextSibling } of [...records].reverse()) {
    if (type === 'characterData') target.nodeValue = oldValue;
    for (const node of addedNodes) {
      const stays = removedNodes.length === 0 && isDecoration(node);
      if (node.parentNode === target && !stays) target.removeChild(node);
    }
    const follows = nextSibling?.parentNode === target;
    const precedes = previousSibling?.parentNode === target;
    const before = follows ? nextSibling : precedes ? previousSibling.nextSibling : target.firstChild;
    for (const node of removedNodes) target.insertBefore(node, before);
  }
}

/** An element without text, such as the button of a password manager, stays, because it replaces none of our text. */
const isDecoration = (node: Node): boolean => node instanceof Element && !node.textContent.trim();

/** Nothing may be between a comment and its text; before the comment the node looks the same. */
function moveBeforeComment(node: Node): void {
  const { previousSibling } = node;
  if (previousSibling instanceof Comment) previousSibling.parentNode?.insertBefore(node, previousSibling);
}
