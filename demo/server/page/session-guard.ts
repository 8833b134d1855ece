/** Paths that make sense only inside an authorization request. */
const guardedPrefixes = ['/sign-in', '/consent', '/register', '/single-sign-on', '/social/register', '/forgot-password'];

/** Whether a page address needs a session. The live preview has none and passes. */
export const needsSession = ({ pathname, searchParams }: URL): boolean =>
  !searchParams.get('preview') && (pathname === '/' || guardedPrefixes.some((prefix) => pathname.startsWith(prefix)));
