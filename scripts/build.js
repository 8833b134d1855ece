/** `npm run build`: the npm package in `dist`, the hosted page in `dist/hosted`. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { contentSecurityPolicy, features } from './build/content-security-policy.js';
import { buildHosted } from './build/hosted.js';
import { buildPackage } from './build/package.js';
import { root } from './files.js';

await rm(path.join(root, 'dist'), { recursive: true, force: true });
await buildPackage();
const { scripts } = await buildHosted();
const additions = Object.entries(features).map(
  ([feature, directives]) =>
    `  ${feature.padEnd(14)} ${Object.entries(directives)
      .map(([directive, sources]) => [directive, ...sources].join(' '))
      .join('; ')}`,
);
console.log(`dist         the npm package
dist/hosted  the sign-in page: copy it to the folder that the server serves, or zip it
             A page of your own needs one script tag for /assets/sign-in-experience.js; assets/integrity.json has the import map with
             the hash of every file

Content-Security-Policy of the hosted page, with or without settings in its HTML:
  ${contentSecurityPolicy({ scripts })}
Content-Security-Policy of a page of your own; add what its own inline parts need:
  ${contentSecurityPolicy()}
Features that a tenant can turn on need these sources in addition; leave out require-trusted-types-for and trusted-types for them (docs/guides/hosting.md):
${additions.join('\n')}`);
