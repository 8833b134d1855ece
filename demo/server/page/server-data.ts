/** What the server inlines into the page. */
export interface ServerData {
  readonly signInExperience: {
    readonly appId?: string;
    readonly organizationId?: string;
    readonly data: unknown;
  };
  readonly phrases: { readonly lng: string; readonly data: unknown };
}

const placeholder = '"__LOGTO_SSR__"';

/** JSON that may stand in a script element: nothing in it can end the element or a line. */
const toScriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

// Replacements are functions because `$&` in a text would otherwise be taken for a pattern.

/** Puts the data in place of the first placeholder, quotes included. */
export const inlineServerData = (index: string, data: ServerData): string =>
  index.replace(placeholder, () => `Object.freeze(${toScriptJson(data)})`);

/** Puts the tenant's sheet at the end of the head. A closing tag inside of it stays text. */
export const inlineCustomCss = (index: string, css: string): string =>
  index.replace('</head>', () => `<style data-custom-css>${css.replace(/<\/(?=style)/gi, '<\\/')}</style></head>`);

/** Puts a script before everything else in the head, as a native SDK's injected script runs before the page's. */
export const inlineFirstScript = (index: string, source: string, data: Readonly<Record<string, string>> = {}): string => {
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${value}"`);

  return index.replace(/<head[^>]*>/i, (head) => `${head}<script src="${source}"${attributes.join('')}></script>`);
};

/** Puts attributes onto the page's element, as the deployer of a page does. */
export const stateOptions = (index: string, options: Readonly<Record<string, string>>): string => {
  const attributes = Object.entries(options).map(([name, value]) => ` ${name}="${value}"`);
  return index.replace(/<sign-in-experience(?=[ >])/, (tag) => `${tag}${attributes.join('')}`);
};
