/** The element with this id. @throws Error when the page lacks it. */
export const byId = <E extends HTMLElement = HTMLElement>(id: string): E => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`There is no element #${id}.`);
  return element as E;
};

/** An element with text and children. */
export const create = (
  tag: string,
  properties: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElement => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/** Shows claims as rows of a table body. */
export const showClaims = (body: HTMLElement, claims: Readonly<Record<string, unknown>>): void => {
  const rows = Object.entries(claims).map(([name, value]) =>
    create(
      'tr',
      {},
      create('th', { scope: 'row' }, name),
      create('td', {}, typeof value === 'string' ? value : JSON.stringify(value)),
    ),
  );
  body.replaceChildren(...rows);
};

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
