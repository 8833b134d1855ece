/** Management API of a Logto server: the path below `/api`, a JSON body where there is one; the answer's JSON. */
export type Management = <Answer>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
) => Promise<Answer>;

/** A machine-to-machine app with the role "Logto Management API access". */
export interface MachineCredentials {
  readonly id: string;
  readonly secret: string;
  /** Resource indicator of the API, `https://default.logto.app/api` on a server of one's own. */
  readonly resource: string;
}

/** Access tokens live an hour; a spec file takes minutes, so one is enough. @throws Error when the credentials are refused */
export async function openManagement(origin: string, { id, secret, resource }: MachineCredentials): Promise<Management> {
  const answer = await fetch(`${origin}/oidc/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource, scope: 'all' }),
  });
  const { access_token, error_description } = (await answer.json()) as Partial<Record<string, string>>;
  if (!access_token) throw new Error(`No access to the Management API: ${error_description ?? String(answer.status)}`);

  return async <Answer>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${origin}/api${path}`, {
      method,
      headers: { Authorization: `Bearer ${access_token}`, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
    return (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined) as Answer;
  };
}
