import { parseImageUrl, parseWebUrl } from '../../shared/web-address.ts';
import { Misfit } from '../misfit.ts';
import type { Read } from './tolerant.ts';

/** A URL, in the form that it was parsed to. */
const href =
  (what: string, parse: (value: unknown) => URL | undefined): Read<string> =>
  (value, where) => {
    const url = parse(value);
    if (url) return url.href;
    throw new Misfit([`${where}: ${what} expected`]);
  };

/** An absolute http or https URL: the only ones that settings may make the page link to or load. */
export const webUrl = href('web URL', parseWebUrl);

/** As {@link webUrl}, or an image inside a `data:` URL. */
export const imageUrl = href('image URL', parseImageUrl);
