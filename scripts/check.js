/** Every check that is not a test: `npm run check`. Runs all of them, then lists those that failed. */
import { spawnSync } from 'node:child_process';
import { root } from './files.js';

/** @type {readonly (readonly [name: string, command: string, ...args: string[]])[]} */
const checks = [
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['types of the page', 'tsc', '-p', 'tsconfig.json'],
  ['client and flow without DOM', 'tsc', '-p', 'tsconfig.core.json'],
  ['types of the demo', 'tsc', '-p', 'demo'],
  ['types of the tools', 'tsc', '-p', 'tsconfig.tools.json'],
  ['lint', 'eslint', '--max-warnings', '0', '.'],
  ['import borders', 'depcruise', 'src', 'demo/server', '--output-type', 'err-long'],
  ['locales', 'node', 'scripts/check-locales.js'],
  ['generated documentation', 'node', 'scripts/docs.js', '--check'],
  ['size', 'node', 'scripts/size.js'],
  ['fuzz', 'node', '--import', 'tsx', 'scripts/fuzz.js'],
];

const failed = [];
for (const [name, command, ...args] of checks) {
  const start = Date.now();
  // npm puts the project's tools on the path; on Windows they are scripts that need a shell.
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nAll checks pass.' : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
