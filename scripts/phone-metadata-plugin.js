import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Place of the formatting rules in a country's entry of libphonenumber-js metadata (version 4 of its layout). */
const formats = 4;

/**
 * Rollup/Vite plugin: `libphonenumber-js/min/metadata` without formatting rules. We parse and validate, and never format,
 * so 16.4 kB (brotli) become 8.6. A calling code with several countries keeps everything needed to tell them apart.
 */
export function phoneMetadataPlugin() {
  return {
    name: 'phone-metadata',
    transform(_code, id) {
      if (!/libphonenumber-js[\\/]metadata\.min\.json\.js(\?|$)/.test(id)) return null;
      return {
        code: `export default ${JSON.stringify(withoutFormats(require('libphonenumber-js/metadata.min.json')))}`,
        map: null,
      };
    },
  };
}

function withoutFormats(metadata) {
  const strip = (plans) =>
    Object.fromEntries(
      Object.entries(plans).map(([key, plan]) => [key, plan.map((part, index) => (index === formats ? 0 : part))]),
    );
  return { ...metadata, countries: strip(metadata.countries), nonGeographic: strip(metadata.nonGeographic) };
}
