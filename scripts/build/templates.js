import minifyTemplates from '@lit-labs/rollup-plugin-minify-html-literals';

/**
 * Minifies html, svg and css templates.
 * @returns {import('vite').Plugin}
 */
export function templates() {
  // Without closing slashes sibling <path/>s of an svg template would end up inside each other.
  const plugin = minifyTemplates({ failOnError: true, options: { minifyOptions: { keepClosingSlash: true } } });
  return { .../** @type {any} */ (plugin), apply: 'build' };
}
