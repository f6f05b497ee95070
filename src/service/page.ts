import type { Hono } from 'hono';

/** The built page's files by their path (`/`, `/page.js`), with their media type. */
export type PageFiles = ReadonlyMap<string, { readonly content: Uint8Array; readonly contentType: string }>;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  ico: 'image/x-icon',
  json: 'application/json',
  map: 'application/json',
  woff2: 'font/woff2',
};

export function contentTypeOf(name: string): string {
  return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}

/** Serves the page without a token: it holds no secret, and learns the token from the address's fragment. */
export function servePage(app: Hono, files: PageFiles): void {
  for (const [path, { content, contentType }] of files) {
    app.get(path, (context) => {
      context.header('Content-Type', contentType);
      context.header('Cache-Control', 'no-cache');
      return context.body(content as Uint8Array<ArrayBuffer>);
    });
  }
}
