/**
 * The few globals of the web platform that client and flow may use, for checking their types without the `dom` library
 * (tsconfig.core.json). Where that library is present, its own constructors count and the rest merges into it.
 */
type OfPlatform<Name extends string, Type> = typeof globalThis extends { document: unknown } & Record<Name, infer Real>
  ? Real
  : Type;

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: any;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
declare var AbortController: OfPlatform<'AbortController', { new (): AbortController }>;

interface DOMException extends Error {}
declare var DOMException: OfPlatform<'DOMException', { new (message?: string, name?: string): DOMException }>;

/** Of the page; absent outside of browsers. */
declare var location: OfPlatform<'location', { readonly origin: string } | undefined>;

interface Headers {
  get(name: string): string | null;
}
interface Response {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly body: BodyStream | null;
}
interface BodyStream {
  getReader(): BodyReader;
}
interface BodyReader {
  read(): Promise<{ readonly value?: Uint8Array<ArrayBuffer> | undefined }>;
  cancel(): Promise<void>;
}

interface Blob {
  readonly size: number;
  readonly type: string;
  text(): Promise<string>;
}
declare var Blob: OfPlatform<'Blob', { new (parts: readonly Uint8Array<ArrayBuffer>[]): Blob }>;
interface FormData {
  append(name: string, value: Blob, fileName?: string): void;
}
declare var FormData: OfPlatform<'FormData', { new (): FormData }>;

interface FetchInit {
  method?: string;
  credentials?: 'same-origin';
  redirect?: 'manual';
  headers?: Record<string, string>;
  body?: string | FormData;
  signal?: AbortSignal;
}
declare function fetch(url: string, init?: FetchInit): Promise<Response>;

interface URLSearchParams {
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  toString(): string;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}
declare var URLSearchParams: OfPlatform<
  'URLSearchParams',
  { new (init?: string | Record<string, string> | Iterable<[string, string]>): URLSearchParams }
>;

interface URL {
  hash: string;
  host: string;
  hostname: string;
  href: string;
  readonly origin: string;
  readonly password: string;
  pathname: string;
  protocol: string;
  search: string;
  readonly searchParams: URLSearchParams;
  readonly username: string;
  toString(): string;
}
declare var URL: OfPlatform<'URL', { new (url: string, base?: string | URL): URL }>;

declare function setTimeout(run: () => void, after?: number): number;
declare function clearTimeout(timer: number | undefined): void;
