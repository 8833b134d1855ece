/** One try, as an adapter sees it. Of the four calls back only the first end counts. */
export interface Challenge {
  readonly siteKey: string;
  /** An empty element on the page, its width is what there is; not on the page for a captcha that shows nothing. */
  readonly place: HTMLElement;
  readonly theme: 'light' | 'dark';
  solved(token: string): void;
  failed(cause?: unknown): void;
  /** The person has to do something: brings them there. */
  needsPerson(): void;
}

/** What differs between providers. Each adapter is a chunk of its own. */
export interface CaptchaAdapter {
  /** Where the provider's script lives: an origin without a slash at the end. */
  readonly origin: string;
  /** Path and query of the script. */
  readonly path: string;
  /** Draws a widget, which may wait for a person as long as it takes. Otherwise the answer comes by itself, or never. */
  readonly hasWidget: boolean;
  /** Resolves when the script's functions can be called. Rejects when it brought none. */
  ready(): Promise<void>;
  /** Begins a try. Answers what takes its traces away, called once it is over. */
  begin(challenge: Challenge): () => void;
}
