/** A browser without a screen: keeps cookies by name and path, follows redirects when asked, speaks JSON to the API. */
export interface TestBrowser {
  /** One request, not redirected. Paths are relative to the origin. */
  request(address: string, init?: RequestInit): Promise<Response>;
  /** Follows redirects inside the origin. Answers the last response and its address. */
  visit(address: string, init?: RequestInit): Promise<{ readonly response: Response; readonly url: URL }>;
  /** Calls the API with a JSON body. */
  send(method: string, path: string, body?: unknown): Promise<Response>;
  cookie(name: string): string | undefined;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

const parseSetCookie = (line: string): { readonly name: string; readonly cookie: Cookie; readonly isRemoved: boolean } => {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const attribute = (key: string) => attributes.find((text) => text.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
  const expires = attribute('expires');
  const [name = ''] = pair.split('=');
  return {
    name,
    cookie: { value: pair.slice(name.length + 1), path: attribute('path') ?? '/' },
    isRemoved: expires !== undefined && Date.parse(expires) < Date.now(),
  };
};

export const createTestBrowser = (origin: string): TestBrowser => {
  const jar = new Map<string, Cookie>();

  const request: TestBrowser['request'] = async (address, init = {}) => {
    const url = new URL(address, origin);
    const headers = new Headers(init.headers);
    const cookies = [...jar].filter(([, { path }]) => url.pathname.startsWith(path));
    if (cookies.length > 0)
      headers.set('cookie', cookies.map(([key, { value }]) => `${key.split(' ')[0] ?? ''}=${value}`).join('; '));

    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const { name, cookie, isRemoved } = parseSetCookie(line);
      const key = `${name} ${cookie.path}`;
      if (isRemoved) jar.delete(key);
      else jar.set(key, cookie);
    }
    return response;
  };

  return {
    request,
    async visit(address, init) {
      let url = new URL(address, origin);
      let response = await request(url.href, init);
      for (let hops = 0; hops < 10; hops += 1) {
        const location = response.headers.get('location');
        if (!location) break;
        url = new URL(location, url);
        if (url.origin !== origin) break;
        response = await request(url.href);
      }
      return { response, url };
    },
    send: (method, path, body) =>
      request(path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      }),
    cookie: (name) => [...jar].find(([key]) => key.startsWith(`${name} `))?.[1].value,
  };
};
