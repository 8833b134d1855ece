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
dist/hosted  the sign-in page: copy it to where the server serves it from, or zip it
             /assets/sign-in-experience.js is the one script tag for a page of your own; assets/integrity.json has the import map
             with the hash of every file

Content-Security-Policy of the page, whether a server puts settings into it or not:
  ${contentSecurityPolicy({ scripts })}
and of a page of your own, which allows its own inline parts:
  ${contentSecurityPolicy()}
What a tenant turns on adds the following; with it, leave out require-trusted-types-for and trusted-types (docs/guides/hosting.md):
${additions.join('\n')}`);
