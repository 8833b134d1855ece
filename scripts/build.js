/** `npm run build`: the npm package in `dist`, the hosted page in `dist/hosted`. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { buildHosted } from './build/hosted.js';
import { buildPackage } from './build/package.js';
import { root } from './files.js';

await rm(path.join(root, 'dist'), { recursive: true, force: true });
await buildPackage();
const { csp } = await buildHosted();
console.log(`dist         the npm package
dist/hosted  the sign-in page: copy it to where the server serves it from, or zip it
             /assets/sign-in-experience.js is the one script tag for a page of your own
script-src   'self' ${csp} allows the page's inline script where no server changes it`);
