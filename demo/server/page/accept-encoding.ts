export type ContentCoding = 'br' | 'gzip';

/** Whether an `Accept-Encoding` header takes this coding (RFC 9110, 12.5.3). `q=0` means no. */
export const acceptsCoding = (header: string | null, coding: ContentCoding): boolean =>
  (header ?? '').split(',').some((part) => {
    const [name = '', ...parameters] = part.split(';').map((item) => item.trim().toLowerCase());
    return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
