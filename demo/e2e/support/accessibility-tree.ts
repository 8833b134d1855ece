import type { Page, SerializedAXNode } from 'puppeteer-core';

const states = ['disabled', 'required', 'readonly', 'checked', 'expanded', 'modal', 'invalid', 'haspopup'] as const;

/** One node as assistive technology announces it: role, name, value, description, states. */
function announce(node: SerializedAXNode): string {
  const { role, name, value, description, level } = node;
  const said = states.filter((state) => node[state] !== undefined && node[state] !== false && node[state] !== 'false');
  return [
    role,
    name ? JSON.stringify(name) : undefined,
    level === undefined ? undefined : `level ${String(level)}`,
    value === undefined || value === '' ? undefined : `= ${JSON.stringify(value)}`,
    description ? `(${description})` : undefined,
    ...said,
  ]
    .filter(Boolean)
    .join(' ');
}

const isText = ({ role }: SerializedAXNode) => role === 'StaticText' || role === 'LineBreak';

/** The page's accessibility tree (Chromium's), one line for each node, children indented. */
export async function accessibilityTree(page: Page): Promise<string> {
  const lines: string[] = [];
  const walk = (nodes: readonly SerializedAXNode[], depth: number, parent = ''): void => {
    let text = '';
    const say = (line: string) => lines.push('  '.repeat(depth) + line);
    const endText = () => {
      // An element's name is usually the text within it; don't repeat it.
      if (text.trim() && text !== parent) say(`text ${JSON.stringify(text.replace(/\s+/g, ' ').trimStart())}`);
      text = '';
    };
    for (const node of nodes) {
      if (isText(node)) {
        text += node.name ?? '';
        continue;
      }
      endText();
      say(announce(node));
      // The parts of a date input belong to the browser.
      if (node.role !== 'Date') walk(node.children ?? [], depth + 1, node.name);
    }
    endText();
  };
  const root = await page.accessibility.snapshot({ interestingOnly: true });
  walk(root?.children ?? [], 0);
  return lines.join('\n');
}
