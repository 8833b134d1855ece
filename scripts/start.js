/** `npm start`: builds the page if needed, then serves the demo until it is stopped. Environment: see demo/server/main.ts. */
import { spawn } from 'node:child_process';
import { ensureHostedBuild } from './build/hosted.js';
import { root } from './files.js';

await ensureHostedBuild();
const demo = spawn(process.execPath, ['--import', 'tsx', 'demo/server/main.ts'], { cwd: root, stdio: 'inherit' });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => demo.kill(signal));
demo.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
