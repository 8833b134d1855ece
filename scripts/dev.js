/**
 * `npm run dev`: the demo with the page straight from `src`, reloaded as files change. Vite stands in front, under the address
 * that people use (`PORT`, 4310), answers for modules and hands everything else to the embedded server, which serves the page
 * with settings, guards and headers as ever.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer } from 'vite';
import { startDemo } from '../demo/server/start-demo.ts';
import { root } from './files.js';

const port = Number(process.env['PORT'] ?? 4310);
const origin = `http://localhost:${String(port)}`;
const pageDirectory = await mkdtemp(path.join(tmpdir(), 'sign-in-experience-'));
await writeFile(path.join(pageDirectory, 'index.html'), '');

const demo = await startDemo(/** @type {any} */ ({ port: 0, origin, pageDirectory }));
const vite = await createServer({
  root,
  configFile: path.join(root, 'vite.config.ts'),
  appType: 'custom',
  server: {
    port,
    strictPort: true,
    proxy: { '^/(?!src/|node_modules/|@vite/|@id/|@fs/)': { target: demo.standInOrigin } },
  },
});

async function writePage() {
  const html = await readFile(path.join(root, 'index.html'), 'utf8');
  await writeFile(path.join(pageDirectory, 'index.html'), await vite.transformIndexHtml('/index.html', html));
}
await writePage();
vite.watcher.on('change', (file) => {
  if (path.basename(file) === 'index.html') void writePage().then(() => vite.hot.send({ type: 'full-reload' }));
});

await vite.listen();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    void Promise.all([vite.close(), demo.close(), rm(pageDirectory, { recursive: true })]).finally(() => process.exit(0));
  });
}
console.log(`ready ${origin}`);
