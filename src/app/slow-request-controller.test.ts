import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { SlowRequestController } from './slow-request-controller.ts';

class WaitingElement extends LitElement {
  readonly slowRequest = new SlowRequestController(this);
  stopped = 0;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): unknown {
    return html`<div class="logto_page-container">
      <main class="logto_main-content"><p class="screen"></p></main>
      <div class="sie-captcha" hidden></div>
      ${this.slowRequest.render(() => this.stopped++)}
    </div>`;
  }
}
customElements.define('test-waiting', WaitingElement);

describe('a slow request', () => {
  const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout } = window;
  let now = 0;
  let timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  let element: WaitingElement;

  beforeEach(async () => {
    element = await fixture<WaitingElement>('<test-waiting></test-waiting>');
    now = 0;
    timers = new Map();
    let last = 0;
    const set = (run: () => void, after: number) => timers.set(++last, { at: now + after, run }) && last;
    Object.assign(window, { setTimeout: set, clearTimeout: (id: number) => timers.delete(id) });
  });
  afterEach(() => Object.assign(window, { setTimeout: realSetTimeout, clearTimeout: realClearTimeout }));

  /** Advances the clock. */
  const pass = async (seconds: number) => {
    const end = now + seconds * 1000;
    for (;;) {
      const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (!next) break;
      const [id, { at, run }] = next;
      timers.delete(id);
      now = at;
      run();
    }
    now = end;
    await element.updateComplete;
  };
  const said = () => element.textContent.replace(/\s+/g, ' ').trim();
  const captcha = () => element.querySelector<HTMLElement>('.sie-captcha')!;

  it('is announced after five seconds and can be stopped after ten', async () => {
    element.slowRequest.watch(true);
    await pass(4.9);
    expect(said()).to.equal('');
    await pass(0.2);
    expect(said()).to.equal('Still working on it…');
    expect(element.querySelector('button')).to.equal(null);
    await pass(5);
    element.querySelector('button')?.click();
    expect(element.stopped).to.equal(1);
  });

  it('ends with the request; the next request starts from zero', async () => {
    element.slowRequest.watch(true);
    await pass(6);
    element.slowRequest.watch(false);
    element.requestUpdate();
    await pass(60);
    expect(said()).to.equal('');
    element.slowRequest.watch(true);
    await pass(4);
    expect(said()).to.equal('');
  });

  it('is not announced while a captcha waits for the person, but can be stopped', async () => {
    element.slowRequest.watch(true);
    captcha().hidden = false;
    await pass(6);
    expect(said()).to.equal('');
    await pass(5);
    expect(said()).to.equal('Stop waiting');
    captcha().hidden = true;
    element.requestUpdate();
    await pass(0);
    expect(said()).to.contain('Still working on it…');
  });

  it('keeps the card at its place until another screen is shown', async () => {
    const page = element.querySelector<HTMLElement>('.logto_page-container')!;
    const above = () => page.style.getPropertyValue('--_sie-above');
    element.slowRequest.watch(true);
    await pass(1);
    element.slowRequest.watch(false);
    element.requestUpdate();
    await element.updateComplete;
    expect(above()).not.to.equal('');
    page.querySelector('.screen')!.replaceWith(document.createElement('p'));
    element.requestUpdate();
    await element.updateComplete;
    expect(above()).to.equal('');
  });

  it('keeps the card at its place from the first input on', () => {
    const page = element.querySelector<HTMLElement>('.logto_page-container')!;
    page.querySelector('.screen')!.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(page.style.getPropertyValue('--_sie-above')).not.to.equal('');
  });

  it('ends when the element is removed', async () => {
    element.slowRequest.watch(true);
    element.remove();
    await pass(60);
    expect(said()).to.equal('');
  });
});
