import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Patience } from './patience.ts';

class PatientElement extends LitElement {
  readonly patience = new Patience(this);
  stopped = 0;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): unknown {
    return html`<div class="logto_page-container">
      <main class="logto_main-content"><p class="screen"></p></main>
      <div class="sie-captcha" hidden></div>
      ${this.patience.words(() => this.stopped++)}
    </div>`;
  }
}
customElements.define('test-patient', PatientElement);

describe('a long wait', () => {
  const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout } = window;
  let now = 0;
  let timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  let element: PatientElement;

  beforeEach(async () => {
    element = await fixture<PatientElement>('<test-patient></test-patient>');
    now = 0;
    timers = new Map();
    let last = 0;
    const set = (run: () => void, after: number) => timers.set(++last, { at: now + after, run }) && last;
    Object.assign(window, { setTimeout: set, clearTimeout: (id: number) => timers.delete(id) });
  });
  afterEach(() => Object.assign(window, { setTimeout: realSetTimeout, clearTimeout: realClearTimeout }));

  /** Lets seconds go by. */
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

  it('is named after five seconds, and has a way out after ten', async () => {
    element.patience.watch(true);
    await pass(4.9);
    expect(said()).to.equal('');
    await pass(0.2);
    expect(said()).to.equal('Still working on it…');
    expect(element.querySelector('button')).to.equal(null);
    await pass(5);
    element.querySelector('button')?.click();
    expect(element.stopped).to.equal(1);
  });

  it('is over when it ends, and the next one begins anew', async () => {
    element.patience.watch(true);
    await pass(6);
    element.patience.watch(false);
    element.requestUpdate();
    await pass(60);
    expect(said()).to.equal('');
    element.patience.watch(true);
    await pass(4);
    expect(said()).to.equal('');
  });

  it('is not said while it is the turn of the person, but a captcha that never answers has a way out', async () => {
    element.patience.watch(true);
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

  it('holds the card where it is until another screen is shown', async () => {
    const page = element.querySelector<HTMLElement>('.logto_page-container')!;
    const above = () => page.style.getPropertyValue('--_sie-above');
    element.patience.watch(true);
    await pass(1);
    element.patience.watch(false);
    element.requestUpdate();
    await element.updateComplete;
    expect(above()).not.to.equal('');
    page.querySelector('.screen')!.replaceWith(document.createElement('p'));
    element.requestUpdate();
    await element.updateComplete;
    expect(above()).to.equal('');
  });

  it('holds the card where it is from the first key on', () => {
    const page = element.querySelector<HTMLElement>('.logto_page-container')!;
    page.querySelector('.screen')!.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(page.style.getPropertyValue('--_sie-above')).not.to.equal('');
  });

  it('ends with the element', async () => {
    element.patience.watch(true);
    element.remove();
    await pass(60);
    expect(said()).to.equal('');
  });
});
