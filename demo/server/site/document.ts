import { html, raw } from 'hono/html';

const attributes = (data: Readonly<Record<string, string>>) =>
  Object.entries(data).map(([name, value]) => html`${raw(` data-${name}=`)}"${value}"`);

/** A whole page of the demo: its own pages and those of the stand-ins share one sheet. Values are escaped. */
export const document = ({
  title,
  body,
  className = '',
  data = {},
  script,
}: {
  readonly title: string;
  readonly body: unknown;
  readonly className?: string;
  /** `data-*` attributes of the body, by name without the prefix. */
  readonly data?: Readonly<Record<string, string>>;
  /** Path of a module script. */
  readonly script?: string;
}) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/demo-assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/demo-assets/site.css" />
        ${script ? html`<script type="module" src="${script}"></script>` : ''}
      </head>
      <body class="${className}" ${attributes(data)}>
        ${body}
      </body>
    </html>`;
