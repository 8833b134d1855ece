/** What the stand-ins of both captcha providers share: a box, and what becomes of it. */
import { type CaptchaBehaviour, goodCaptchaToken } from '../../../experience/captcha-tokens.ts';

declare global {
  interface Window {
    /** Put before the script by whoever serves it. */
    captchaStandIn?: CaptchaBehaviour;
  }
}

export interface WidgetOptions {
  readonly callback: ((token: string) => void) | undefined;
  readonly onError: (() => void) | undefined;
  /** The person has something to do. */
  readonly onAsk?: (() => void) | undefined;
  readonly language?: string | undefined;
  readonly theme?: string | undefined;
}

const behaviour = window.captchaStandIn ?? 'ask';

/** Solves, fails or stays silent without being seen. */
export const settle = ({ callback, onError }: WidgetOptions): void => {
  if (behaviour === 'silent') return;
  if (behaviour === 'fail') onError?.();
  else callback?.(behaviour === 'refuse' ? 'captcha-not-solved' : goodCaptchaToken);
};

/** Puts the widget into a box of the page; answers how to take it out again. */
export const place = (box: HTMLElement, options: WidgetOptions): (() => void) => {
  const label = document.createElement('label');
  const tick = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'captcha-stand-in' });
  label.append(tick, ' I am human (captcha stand-in)');
  const isDark = options.theme === 'dark';
  Object.assign(label.style, {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    boxSizing: 'border-box',
    inlineSize: 'min(300px, 100%)',
    minBlockSize: '65px',
    paddingInline: '16px',
    border: `1px solid ${isDark ? '#666' : '#e0e0e0'}`,
    background: isDark ? '#232323' : '#fafafa',
    color: isDark ? '#fff' : '#222',
    font: '14px system-ui, sans-serif',
  });
  label.dataset['theme'] = options.theme ?? '';
  label.dataset['language'] = options.language ?? '';
  box.append(label);

  queueMicrotask(() => {
    if (behaviour === 'ask' || behaviour === 'refuse') options.onAsk?.();
    else settle(options);
  });
  tick.addEventListener('change', () => {
    if (tick.checked) settle(options);
  });
  return () => label.remove();
};
