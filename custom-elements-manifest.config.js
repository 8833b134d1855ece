import { readFileSync } from 'node:fs';

/** Plugin: our elements are registered by `define('tag', Class)`, which the analyzer does not know. */
function tagNames() {
  /** @type {Map<string, string>} */
  const tags = new Map();
  return {
    name: 'tag-names',
    collectPhase({ ts, node }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
      const [tag, element] = node.arguments;
      if (tag && element && ts.isStringLiteral(tag)) tags.set(element.getText(), tag.text);
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        for (const declaration of module.declarations ?? []) {
          const tagName = tags.get(declaration.name);
          if (tagName) Object.assign(declaration, { tagName, customElement: true });
        }
      }
    },
  };
}

/** Plugin: fields that an event class declares in its constructor. */
function eventFields() {
  return {
    name: 'event-fields',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node) || !node.name?.text.endsWith('Event')) return;
      const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name.text);
      const constructor = node.members.find(ts.isConstructorDeclaration);
      const fields = constructor?.parameters.filter(({ modifiers }) => modifiers?.length) ?? [];
      declaration.members = fields.map((field) => ({
        kind: 'field',
        name: field.name.getText(),
        readonly: true,
        type: { text: field.type?.getText() ?? 'unknown' },
        description: field.jsDoc?.[0]?.comment,
      }));
    },
  };
}

/** Plugin: what consumers cannot use stays out, and paths are those of the package. */
function publicOnly() {
  const inPackage = (/** @type {string} */ path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
  const relocate = (/** @type {any} */ value) => {
    if (!value || typeof value !== 'object') return;
    for (const [key, part] of Object.entries(value)) {
      if ((key === 'path' || key === 'module') && typeof part === 'string') value[key] = inPackage(part);
      else relocate(part);
    }
  };
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations = [] }) =>
        declarations.some(({ tagName, name }) => tagName || name.endsWith('Event')),
      );
      for (const module of customElementsManifest.modules) {
        for (const declaration of module.declarations) {
          declaration.members = declaration.members?.filter(
            ({ privacy, static: isStatic, inheritedFrom }) =>
              (!privacy || privacy === 'public') && !isStatic && inheritedFrom?.name !== 'SieElement',
          );
          // The analyzer takes the first argument of any event for its name.
          declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('sie-'));
          declaration.attributes = declaration.attributes?.filter(({ fieldName }) =>
            declaration.members?.some(({ name }) => name === fieldName),
          );
        }
      }
      relocate(customElementsManifest.modules);
    },
  };
}

/** Files come in the order in which the disk answers, and what is made of them is compared. */
const sortedModules = (/** @type {{ ts: typeof import('typescript'), globs: string[] }} */ { ts, globs }) =>
  [...globs].sort().map((file) => {
    const source = readFileSync(new URL(file, import.meta.url), 'utf8');
    return ts.createSourceFile(file, source, ts.ScriptTarget.ES2015, true);
  });

/** Input of `dist/custom-elements.json` and of `docs/reference/elements.md`. */
export default {
  globs: ['src/app/**/*.ts', 'src/elements/**/*.ts', 'src/define.ts'],
  exclude: ['**/*.test.ts', '**/testing/**'],
  litelement: true,
  quiet: true,
  overrideModuleCreation: sortedModules,
  plugins: [tagNames(), eventFields(), publicOnly()],
};
