import type { Page, SerializedAXNode } from 'puppeteer-core';

const states = ['disabled', 'required', 'readonly', 'checked', 'expanded', 'modal', 'invalid', 'haspopup'] as const;

/** One thing, as assistive technology would announce it: role, name, value, description, states. */
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

/** The page as assistive technology gets it (Chromium's tree), one line for each thing, those within others indented. */
export async function accessibilityTree(page: Page): Promise<string> {
  const lines: string[] = [];
  const walk = (nodes: readonly SerializedAXNode[], depth: number, parent = ''): void => {
    let text = '';
    const say = (line: string) => lines.push('  '.repeat(depth) + line);
    const endText = () => {
      // What a thing is called is mostly also the text within it.
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
      // What a date is entered with is the browser's own.
      if (node.role !== 'Date') walk(node.children ?? [], depth + 1, node.name);
    }
    endText();
  };
  const root = await page.accessibility.snapshot({ interestingOnly: true });
  walk(root?.children ?? [], 0);
  return lines.join('\n');
}
