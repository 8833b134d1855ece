const isDamage = ({ type, removedNodes }: MutationRecord): boolean => type === 'characterData' || removedNodes.length > 0;

const removed = ({ removedNodes }: MutationRecord): Node[] => [...removedNodes];

/**
 * Renders while the nodes are there that the renderer made. Lit finds the place of a text by the comment before it and takes what
 * follows for its own; so where others wrapped, replaced, split, joined or removed nodes, what it writes goes nowhere, stands beside
 * something old, or throws. What they did to the children of an element is therefore undone first: only there, and only when Lit
 * is about to write. What does not change stays as they made it (translated), inputs stay what they are, and a translator that takes
 * up the new text starts no loop, since nothing happens before our next change.
 *
 * @param changes what others did, oldest first; what has been undone or is of no more use is taken out
 */
export function renderOverForeignChanges(changes: MutationRecord[], render: () => void): void {
  const log = new Map<Node, MutationRecord[]>();
  for (const record of changes) log.set(record.target, [...(log.get(record.target) ?? []), record]);
  forget(log);
  const markers = [...log].flatMap(([target, records]) => [target, ...records.flatMap(removed)].flatMap(commentsIn));
  for (const marker of markers) guard(marker, () => restoreAround(marker, log));
  try {
    render();
  } finally {
    for (const marker of markers) release(marker);
    const left = new Set([...log.values()].flat());
    changes.splice(0, changes.length, ...changes.filter((record) => left.has(record)));
  }
}

/** Forgets what was done to nodes that are gone: in no document, and not because others took them out. */
function forget(log: Map<Node, MutationRecord[]>): void {
  const taken = [...log.values()].flat().flatMap(removed);
  for (const target of log.keys()) {
    if (!target.isConnected && !taken.some((node) => node.contains(target))) log.delete(target);
  }
}

function commentsIn(node: Node): Node[] {
  const comments: Node[] = [];
  const iterator = document.createNodeIterator(node, NodeFilter.SHOW_COMMENT);
  for (let comment = iterator.nextNode(); comment; comment = iterator.nextNode()) comments.push(comment);
  return comments;
}

/** What Lit reads of the comment where a part begins when it is about to write there (lit-html 3, `ChildPart`). */
const readBeforeWriting = ['nextSibling', 'parentNode'] as const;

/** Calls, once, when one of these properties is read. */
function guard(marker: Node, call: () => void): void {
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

/** Undoes what others did around a comment: to its siblings, to texts among them, and to elements that it stands in. */
function restoreAround(marker: Node, log: Map<Node, MutationRecord[]>): void {
  const isSibling = (target: Node) =>
    target instanceof Text && marker.parentNode !== null && target.parentNode === marker.parentNode;
  const concerns = ([target, records]: [Node, MutationRecord[]]) =>
    target === marker.parentNode || isSibling(target) || records.flatMap(removed).some((node) => node.contains(marker));
  // What has been put back has a parent again, to whose children others may have done something, too.
  for (let found = [...log].filter(concerns); found.length > 0; found = [...log].filter(concerns)) {
    const isDamaged = found.some(([, records]) => records.some(isDamage));
    for (const [target, records] of found) {
      log.delete(target);
      if (isDamaged) undo(target, records);
      const staying = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => !isDamaged || isDecoration(node));
      for (const node of staying) moveOutOfTheWay(node);
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

/** An element without text, such as the button of a password manager, stays: it replaces none of our text. */
const isDecoration = (node: Node): boolean => node instanceof Element && !node.textContent.trim();

/** Between a comment and the text that belongs to it nothing may stand; just before them it looks the same. */
function moveOutOfTheWay(node: Node): void {
  const { previousSibling } = node;
  if (previousSibling instanceof Comment) previousSibling.parentNode?.insertBefore(node, previousSibling);
}
