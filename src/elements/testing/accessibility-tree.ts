import 'axe-core/axe.min.js';

/** The part of axe that is used; the script above defines it as a global. */
declare const axe: {
  setup(root: Element): void;
  teardown(): void;
  commons: {
    aria: { getRole(element: Element): string | null };
    dom: { isVisibleToScreenReaders(element: Element): boolean };
    text: { accessibleText(element: Element): string };
  };
};

/** Roles that are left out; their content is not. */
const silent = new Set(['generic', 'none', 'presentation', 'paragraph', 'list', 'listitem', 'strong', 'form', 'banner']);

/** Roles that are announced by their content and have no name. */
const spoken = new Set(['alert', 'status']);

/**
 * The accessibility tree of a part of the page, one line for each element: role, "name" and states, as in
 * `textbox "Password" required, invalid: Incorrect password`. Computed by axe, hence the same in every engine.
 */
export function accessibilityTree(root: Element): string[] {
  axe.setup(root);
  try {
    return [...root.querySelectorAll('*')].filter((element) => axe.commons.dom.isVisibleToScreenReaders(element)).flatMap(line);
  } finally {
    axe.teardown();
  }
}

function line(element: Element): string[] {
  // Password inputs have no ARIA role; browsers expose them as text fields.
  const role = element.matches('[type=password]') ? 'textbox' : axe.commons.aria.getRole(element);
  if (!role || silent.has(role)) return [];
  const name = spoken.has(role) ? plain(element) : axe.commons.text.accessibleText(element);
  return [`${role} "${name}"${states(element)}`];
}

function states(element: Element): string {
  const is = (name: string) => element.getAttribute(`aria-${name}`) === 'true';
  const described = (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id));
  const description = described
    .map((part) => (part ? plain(part) : ''))
    .join(' ')
    .trim();
  const found = [
    element.matches(':disabled') && 'disabled',
    is('busy') && 'busy',
    element.matches('[required]') && 'required',
    element.matches(':checked') && 'checked',
    is('invalid') && 'invalid',
  ].filter(Boolean);
  return (found.length > 0 ? ` ${found.join(', ')}` : '') + (description ? `: ${description}` : '');
}

function plain({ textContent }: Element): string {
  return textContent.replace(/\s+/g, ' ').trim();
}
