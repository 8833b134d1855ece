/** What translators, dictionaries and extensions do to the nodes of a page. What they write themselves stands in `⟦ ⟧` or `⟪ ⟫`. */
export type ForeignHand = (root: Element) => void;

const translated = (text: string | null): string => `⟦${text ?? ''}⟧`;

function nodesIn(root: Node, show: number): Node[] {
  const iterator = document.createNodeIterator(root, show);
  const nodes: Node[] = [];
  for (let node = iterator.nextNode(); node; node = iterator.nextNode()) nodes.push(node);
  return nodes;
}

/** The texts that a translator takes up: those with words, which it has not written itself. */
function textsIn(root: Element): Text[] {
  const isNew = (text: Text) => text.data.trim() && !/[⟦⟪]/.test(text.data) && !text.parentElement?.closest('svg, style, script');
  return (nodesIn(root, NodeFilter.SHOW_TEXT) as Text[]).filter(isNew);
}

const element = (tag: string, ...content: (string | Node)[]): HTMLElement => {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
};

/** As the translator of Chromium: every text becomes an element in an element. */
const wrapTexts: ForeignHand = (root) => {
  for (const text of textsIn(root)) text.replaceWith(element('font', element('font', translated(text.data))));
};

const blocks = 'h1, h2, p, label, .sie-button-label, .sie-link, .sie-hint, .sie-notice-text, .sie-divider > span, bdi';

export const foreignHands: Readonly<Record<string, ForeignHand>> = {
  'wraps each text in two elements': wrapTexts,
  'puts an element around each text and keeps it': (root) => {
    for (const text of textsIn(root)) {
      const font = element('font', '⟦');
      text.replaceWith(font);
      font.append(text, '⟧');
    }
  },
  'translates, and shows the original again': (root) => {
    const fonts = textsIn(root).map((text) => {
      const font = element('font', translated(text.data));
      text.replaceWith(font);
      return { text, font };
    });
    for (const { text, font } of fonts) font.replaceWith(text);
  },
  'translates twice': (root) => {
    wrapTexts(root);
    for (const font of root.querySelectorAll('font > font')) font.replaceWith(element('span', translated(font.textContent)));
  },
  'replaces the data of each text': (root) => {
    for (const text of textsIn(root)) text.data = translated(text.data);
  },
  'replaces each text by another one': (root) => {
    for (const text of textsIn(root)) text.replaceWith(translated(text.data));
  },
  'removes each text and adds another later': (root) => {
    for (const text of textsIn(root)) {
      const { parentNode, nextSibling } = text;
      text.remove();
      parentNode?.insertBefore(element('span', translated(text.data)), nextSibling);
    }
  },
  'writes whole blocks anew': (root) => {
    for (const block of root.querySelectorAll(blocks))
      if (!block.querySelector('input')) block.textContent = translated(block.textContent);
  },
  'serialises and parses whole blocks': (root) => {
    for (const block of root.querySelectorAll(blocks)) {
      if (block.querySelector('input')) continue;
      const copy = document.createRange().createContextualFragment(new XMLSerializer().serializeToString(block));
      block.replaceChildren(...(copy.firstElementChild?.childNodes ?? []));
    }
  },
  'marks the first word of each text': (root) => {
    for (const text of textsIn(root)) {
      const rest = text.splitText(Math.max(1, text.data.trimEnd().indexOf(' ')));
      text.replaceWith(element('mark', translated(text.data)));
      if (rest.data === '') rest.remove();
    }
  },
  'marks a word in the middle of each text': (root) => {
    for (const text of textsIn(root)) {
      const word = text.splitText(Math.floor(text.length / 2));
      word.splitText(Math.floor(word.length / 2));
      word.replaceWith(element('mark', word.data));
    }
  },
  'splits each text into letters': (root) => {
    for (let text of textsIn(root)) while (text.length > 1) text = text.splitText(1);
  },
  'splits texts and joins them again': (root) => {
    for (const text of textsIn(root)) text.splitText(Math.floor(text.length / 2));
    root.normalize();
  },
  'shortens each text and puts the rest behind it': (root) => {
    for (const text of textsIn(root)) {
      const { data } = text;
      text.data = data.slice(0, 1);
      const mark = element('span', data.slice(1, 2));
      text.after(mark);
      mark.after(data.slice(2));
    }
  },
  'joins neighbouring texts and drops empty ones': (root) => root.normalize(),
  'adds readings above the text': (root) => {
    for (const text of textsIn(root)) {
      const ruby = element('ruby', text.data, element('rt', '⟪reading⟫'));
      text.replaceWith(ruby);
    }
  },
  'removes all comments': (root) => {
    for (const comment of nodesIn(root, NodeFilter.SHOW_COMMENT)) (comment as Comment).remove();
  },
  'removes all comments, then joins texts': (root) => {
    for (const comment of nodesIn(root, NodeFilter.SHOW_COMMENT)) (comment as Comment).remove();
    root.normalize();
  },
  'removes white space between elements': (root) => {
    for (const text of nodesIn(root, NodeFilter.SHOW_TEXT) as Text[]) if (!text.data.trim()) text.remove();
  },
  'translates, then removes comments and white space': (root) => {
    wrapTexts(root);
    for (const node of nodesIn(root, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT) as CharacterData[]) {
      if (node instanceof Comment || !node.data.trim()) node.remove();
    }
  },
  'puts an element of its own before everything': (root) => {
    for (const node of nodesIn(root, NodeFilter.SHOW_ALL) as ChildNode[]) {
      if (node !== root && !node.parentElement?.closest('svg')) node.before(element('grammarly-extension'));
    }
  },
  'puts an element of its own after everything': (root) => {
    for (const node of nodesIn(root, NodeFilter.SHOW_ALL) as ChildNode[]) {
      if (node !== root && !node.parentElement?.closest('svg')) node.after(element('com-1password-button'));
    }
  },
  'puts an element of its own into every element': (root) => {
    for (const child of root.querySelectorAll(':not(svg, svg *, input)')) {
      child.prepend(element('span'));
      child.append(element('span'));
    }
  },
  'puts comments everywhere': (root) => {
    for (const node of nodesIn(root, NodeFilter.SHOW_ALL) as ChildNode[])
      if (node !== root) node.after(document.createComment('x'));
  },
  'marks every element and translates attributes': (root) => {
    for (const child of root.querySelectorAll('*')) {
      child.setAttribute('data-gramm', 'false');
      child.setAttribute('bis_skin_checked', '1');
      for (const name of ['aria-label', 'title', 'placeholder']) {
        if (child.hasAttribute(name)) child.setAttribute(name, translated(child.getAttribute(name)));
      }
    }
  },
};

/** A translator that goes on: it takes up every text that comes later, too. Answers how often it did, and ends with `stop`. */
export function translateContinually(root: Element) {
  let times = 0;
  const observer = new MutationObserver(() => {
    const texts = textsIn(root);
    times += texts.length;
    if (times < 10_000) wrapTexts(root);
  });
  wrapTexts(root);
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  return { times: () => times, stop: () => observer.disconnect() };
}

/** What a person reads, whoever translated it, in one piece. */
export const readable = (root: Element): string => (root.textContent ?? '').replace(/⟪[^⟫]{2,}⟫/g, '').replace(/[⟦⟧⟪⟫\s]/g, '');
