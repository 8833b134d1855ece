import type { CSSResult } from 'lit';

const layers = new Set(['sie.reset', 'sie.base', 'sie.elements', 'sie.screens', 'sie.page']);

/**
 * Violations of the rules for our style sheets: a rule outside our layers, a selector that can match outside our root element, classes
 * and tags, `!important`. One line for each.
 */
export function sheetProblems(sheet: CSSResult): string[] {
  const problems: string[] = [];
  if (sheet.cssText.includes('!important')) problems.push('!important');
  for (const rule of sheet.styleSheet?.cssRules ?? []) {
    if (!(rule instanceof CSSLayerBlockRule)) problems.push(`unlayered: ${rule.cssText.slice(0, 60)}`);
    else if (!layers.has(rule.name)) problems.push(`unknown layer ${rule.name}`);
    else visit(rule.cssRules);
  }
  return problems;

  function visit(rules: CSSRuleList): void {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) {
        for (const selector of split(rule.selectorText)) if (!isOurs(selector)) problems.push(`escapes: ${selector}`);
      } else if (rule instanceof CSSKeyframesRule) {
        if (!rule.name.startsWith('sie-')) problems.push(`keyframes without prefix: ${rule.name}`);
      } else if (rule instanceof CSSGroupingRule) visit(rule.cssRules);
    }
  }
}

/** Names of the private aliases that a text declares. */
export function declaredAliases(cssText: string): Set<string> {
  return new Set([...cssText.matchAll(/(--_sie-[\w-]+)\s*:/g)].map(([, name = '']) => name));
}

/** Names of the private aliases that a text reads. */
export function readAliases(cssText: string): Set<string> {
  return new Set([...cssText.matchAll(/var\(\s*(--_sie-[\w-]+)/g)].map(([, name = '']) => name));
}

/** Whether the first compound of a selector requires our root element, one of our tags or one of our classes. */
function isOurs(selector: string): boolean {
  return /^(?:sie-[\w-]+|\.sie-[\w-]+|:where\(\.sie-[\w-]+\)|:where\(sign-in-experience, \.sie-root\))/.test(selector);
}

/** Selectors of a selector list; commas inside parentheses do not separate. */
function split(selectors: string): string[] {
  let depth = 0;
  const parts = [''];
  for (const character of selectors) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${character}`);
  }
  return parts.map((part) => part.trim());
}
