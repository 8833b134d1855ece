/** The value of a cookie in a `Cookie` header, percent-decoded. Undefined when absent or not decodable. */
export const readCookie = (header: string | null | undefined, name: string): string | undefined => {
  const found = header
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`));
  if (found === undefined) return undefined;
  try {
    return decodeURIComponent(found.slice(name.length + 1));
  } catch {
    return undefined;
  }
};

/** A cookie that holds a JSON object. Empty for anything else. */
export const readJsonCookie = (header: string | null | undefined, name: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(readCookie(header, name) ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};
