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

/** The page as assistive technology gets it (Chromium's tree), one line for each thing, those within others indented. */
export async function accessibilityTree(page: Page): Promise<string> {
  const lines: string[] = [];
  const walk = (node: SerializedAXNode, depth: number): void => {
    lines.push('  '.repeat(depth) + announce(node));
    for (const child of node.children ?? []) walk(child, depth + 1);
  };
  const root = await page.accessibility.snapshot({ interestingOnly: true });
  for (const child of root?.children ?? []) walk(child, 0);
  return lines.join('\n');
}
