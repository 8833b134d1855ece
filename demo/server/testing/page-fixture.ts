import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const index = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<script>window.logtoSsr = "__LOGTO_SSR__";</script>
<script type="module" src="/assets/page-0a1b2c.js"></script>
</head>
<body><sign-in-experience></sign-in-experience></body>
</html>
`;

/** A built page in small, in a folder of its own: placeholder, one asset with its precompressed siblings, one without. */
export const createPageFixture = (): { readonly directory: string; readonly script: string; remove(): void } => {
  const directory = mkdtempSync(join(tmpdir(), 'hosted-page-'));
  const script = `console.log(${JSON.stringify('page '.repeat(400))});`;
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), index);
  writeFileSync(join(directory, 'assets/page-0a1b2c.js'), script);
  writeFileSync(join(directory, 'assets/page-0a1b2c.js.br'), brotliCompressSync(script));
  writeFileSync(join(directory, 'assets/page-0a1b2c.js.gz'), gzipSync(script));
  writeFileSync(join(directory, 'assets/plain.css'), 'body{}');
  return { directory, script, remove: () => rmSync(directory, { recursive: true }) };
};
