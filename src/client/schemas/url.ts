import { textThat } from './tolerant.ts';

const hasScheme =
  (schemes: RegExp) =>
  (url: string): boolean => {
    try {
      return schemes.test(new URL(url).href);
    } catch {
      return false;
    }
  };

/** An absolute http or https URL: the only ones that settings may make the page link to or load. */
export const webUrl = textThat('web URL', hasScheme(/^https?:/));

/** As {@link webUrl}, or an image inside a `data:` URL. Scripts in such an image do not run where it is shown as `<img>`. */
export const imageUrl = textThat('image URL', hasScheme(/^(https?:|data:image\/)/i));
