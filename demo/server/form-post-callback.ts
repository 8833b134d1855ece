/**
 * Some providers send a person back by a form post. The page is reached by GET alone, so the fields move to the query. Undefined
 * for any other request.
 */
export const redirectFormPost = async (request: Request): Promise<Response | undefined> => {
  const { pathname } = new URL(request.url);
  if (request.method !== 'POST' || !/^\/callback\/[^/]+$/.test(pathname)) return undefined;
  const fields = new URLSearchParams(await request.text());
  return new Response(null, { status: 303, headers: { Location: `${pathname}?${fields.toString()}` } });
};
