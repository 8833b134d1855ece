import { readFileSync } from 'node:fs';
import { Hono } from 'hono';

const readAsset = (name: string) => readFileSync(new URL(name, import.meta.url));

const sheets = ['base', 'controls', 'tables', 'inbox', 'native-shell', 'landing'];

/** Sheet and icon that the demo's own pages and the stand-ins share. Read on each request, so that edits show at once. */
export const createSiteAssets = () =>
  new Hono()
    .get('/site.css', (context) =>
      context.body(sheets.map((name) => readAsset(`styles/${name}.css`).toString()).join('\n'), 200, {
        'Content-Type': 'text/css; charset=utf-8',
      }),
    )
    .get('/icon.svg', (context) => context.body(readAsset('icon.svg'), 200, { 'Content-Type': 'image/svg+xml' }));
