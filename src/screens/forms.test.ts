import { expect } from '@open-wc/testing';
import type { StepName } from '../flow/index.ts';
import { sampleSteps } from './testing/sample-steps.ts';
import { screenFixture } from './testing/screen-fixture.ts';

const frameUrl = new URL('./testing/frame.html', import.meta.url).href;
const secret = 'hunter2-SECRET';
const mayHoldText = 'input:not([type=checkbox], [type=file], [type=submit], [type=image])';

const loaded = (frame: HTMLIFrameElement) => new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));

async function openFrame(name: string): Promise<HTMLIFrameElement> {
  const frame = Object.assign(document.createElement('iframe'), { src: `${frameUrl}?${name}`, name });
  const ready = loaded(frame);
  document.body.append(frame);
  await ready;
  return frame;
}

/** A form as scripts of others find it: in a window that it could take somewhere else. */
interface Found {
  readonly form: HTMLFormElement;
  readonly window: Window;
}

const attempt = (submit: () => void) => {
  try {
    submit();
  } catch (error) {
    // Firefox (153, 2026-11) throws to whoever submits a form to a dialog that there is not; others do nothing.
    if ((error as Error).name !== 'NS_ERROR_FAILURE') throw error;
  }
};

const submitNatively = (form: HTMLFormElement) => {
  attempt(() => HTMLFormElement.prototype.submit.call(form));
};

/** Somebody's script, or a bug of ours, keeps our handler from running. */
const stopHandlers = ({ window }: Found) => {
  window.addEventListener('submit', (event) => event.stopImmediatePropagation(), true);
};

const addButton = (form: HTMLFormElement, attributes: Readonly<Record<string, string>>) => {
  const button = form.ownerDocument.createElement(attributes['type'] === 'image' ? 'input' : 'button');
  for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value);
  form.append(button);
  return button;
};

const ownButton = (form: HTMLFormElement) => form.querySelector<HTMLButtonElement>('button[type=submit]')!;

/** Ways to make a form leave that leave the form itself as it is: nothing may happen but what our handler does. */
const plainWays: Readonly<Record<string, (found: Found) => void>> = {
  'submit() of the prototype': ({ form }) => submitNatively(form),
  'submit() of the form': ({ form }) => attempt(() => form.submit()),
  'submit() before anything else, twice': ({ form }) => [form, form].forEach(submitNatively),
  'requestSubmit()': ({ form }) => form.requestSubmit(),
  'requestSubmit() with our button': ({ form }) => form.requestSubmit(ownButton(form)),
  'requestSubmit() of the prototype': ({ form }) => HTMLFormElement.prototype.requestSubmit.call(form),
  'our button': ({ form }) => ownButton(form).click(),
  'an event of a script': ({ form }) => form.dispatchEvent(new Event('submit')),
  'an event of a script that bubbles and can be cancelled': ({ form }) =>
    form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true })),
  'our button, where our handler is kept from running': (found) => {
    stopHandlers(found);
    ownButton(found.form).click();
  },
  'requestSubmit(), where our handler is kept from running': (found) => {
    stopHandlers(found);
    found.form.requestSubmit();
  },
  'a button that an extension adds': ({ form }) => addButton(form, { type: 'submit' }).click(),
  'an image that an extension adds': ({ form }) => addButton(form, { type: 'image' }).click(),
  'a button that an extension adds, where our handler is kept from running': (found) => {
    stopHandlers(found);
    addButton(found.form, { type: 'submit', name: 'added', value: 'x' }).click();
  },
  'a button outside that belongs to the form': (found) => {
    stopHandlers(found);
    found.form.id = 'theirs';
    const button = found.form.ownerDocument.createElement('button');
    button.setAttribute('form', 'theirs');
    found.form.ownerDocument.body.append(button);
    button.click();
  },
  'with a target': ({ form }) => {
    form.target = '_self';
    submitNatively(form);
  },
  'with another action': ({ form }) => {
    form.action = `${frameUrl}?elsewhere`;
    submitNatively(form);
  },
  'with a base of the document': ({ form }) => {
    const base = form.ownerDocument.createElement('base');
    base.target = '_self';
    base.href = '/elsewhere/';
    form.ownerDocument.head.append(base);
    submitNatively(form);
    base.remove();
  },
  'with another encoding': ({ form }) => {
    form.enctype = 'text/plain';
    submitNatively(form);
  },
  'a copy of the form': ({ form }) => {
    const copy = form.cloneNode(true) as HTMLFormElement;
    form.after(copy);
    submitNatively(copy);
    copy.remove();
  },
  'the form of the page around': ({ form, window }) => {
    const outer = window.document.createElement('form');
    outer.addEventListener('submit', (event) => event.preventDefault());
    window.document.body.append(outer);
    outer.append(form.closest('.screen')!);
    submitNatively(form);
    outer.requestSubmit();
  },
};

/** Ways that first change how the form leaves: it may leave, but takes nothing along. */
const forcedWays: Readonly<Record<string, (found: Found) => void>> = {
  'with another method': ({ form }) => {
    form.method = 'get';
    submitNatively(form);
  },
  'with a method sent in the body': ({ form }) => {
    form.method = 'post';
    form.enctype = 'text/plain';
    submitNatively(form);
  },
  'without a method': ({ form }) => {
    form.removeAttribute('method');
    submitNatively(form);
  },
  'to another place': ({ form }) => {
    form.setAttribute('method', 'GET');
    form.action = `${frameUrl}?elsewhere`;
    submitNatively(form);
  },
  'by a button with a method, where our handler is kept from running': (found) => {
    stopHandlers(found);
    addButton(found.form, { type: 'submit', formmethod: 'get', formaction: frameUrl }).click();
  },
  'by an image with a method, where our handler is kept from running': (found) => {
    stopHandlers(found);
    addButton(found.form, { type: 'image', formmethod: 'get' }).click();
  },
  'by our button with a method, where our handler is kept from running': (found) => {
    stopHandlers(found);
    ownButton(found.form).formMethod = 'get';
    ownButton(found.form).click();
  },
  'as a request of a script': ({ form, window }) => {
    window.history.replaceState(null, '', `?${new URLSearchParams([...new FormData(form)] as string[][]).toString()}`);
  },
};

/** The screen of a step in a window of its own, with something in every input. */
async function found(name: StepName, frame: HTMLIFrameElement): Promise<Found | undefined> {
  const { step, settings = {} } = sampleSteps[name];
  const { screen } = await screenFixture(step, {}, { settings });
  const form = screen.querySelector('form');
  if (!form) return undefined;
  for (const input of screen.querySelectorAll<HTMLInputElement>(mayHoldText)) input.value = secret;
  const window = frame.contentWindow!;
  const place = Object.assign(window.document.createElement('div'), { className: 'screen' });
  place.append(screen);
  window.document.body.replaceChildren(place);
  return { form, window };
}

const traces = (frame: HTMLIFrameElement): string[] => [
  ...[window, frame.contentWindow!].flatMap((each) => performance.getEntries.call(each.performance).map(({ name }) => name)),
  frame.contentWindow!.location.href,
  frame.contentDocument!.referrer,
];

describe('entered data is never submitted natively', function () {
  // Frames and dozens of ways a step; slow engines take seconds for each.
  this.timeout(60_000);

  /** A window for each way. Those that a form has left are replaced. */
  const frames = new Map<string, HTMLIFrameElement>();
  let other: HTMLIFrameElement;

  const frameFor = async (way: string): Promise<HTMLIFrameElement> => {
    const frame = frames.get(way) ?? (await openFrame('frame'));
    frames.set(way, frame);
    return frame;
  };
  const closeFrame = (way: string) => {
    frames.get(way)?.remove();
    frames.delete(way);
  };

  before(async () => {
    other = await openFrame('other');
  });
  after(() => {
    [...frames.keys()].forEach(closeFrame);
    other.remove();
  });

  /** Navigates another window after the attempts: when it has loaded, each of the others would have left its page. */
  const untilOtherArrives = async () => {
    const arrived = loaded(other);
    other.contentWindow!.location.replace(`${frameUrl}?${String(performance.now())}`);
    await arrived;
  };

  for (const name of Object.keys(sampleSteps) as StepName[]) {
    it(`on the step ${name}`, async () => {
      // The plain ways first, because windows share their history with the ones that the others navigate.
      for (const ways of [plainWays, forcedWays]) {
        const attempts: { way: string; frame: HTMLIFrameElement; document: Document; length: number }[] = [];
        for (const [way, leave] of Object.entries(ways)) {
          const frame = await frameFor(way);
          const tried = await found(name, frame);
          // A screen without a form.
          if (!tried) return;
          const { document, history } = tried.window;
          attempts.push({ way, frame, document, length: history.length });
          leave(tried);
        }
        await untilOtherArrives();
        for (const { way, frame, document, length } of attempts) {
          expect(
            traces(frame).filter((each) => each.includes('SECRET')),
            way,
          ).to.deep.equal([]);
          if (way in plainWays) {
            expect(frame.contentDocument === document, `${way}: the window is still where it was`).to.equal(true);
            expect(frame.contentWindow!.history.length, way).to.equal(length);
          } else closeFrame(way);
        }
      }
    });

    it(`and is not in the FormData of a form, on the step ${name}`, async () => {
      const { step, settings = {} } = sampleSteps[name];
      const { screen } = await screenFixture(step, {}, { settings });
      for (const form of screen.querySelectorAll('form')) {
        for (const input of form.querySelectorAll<HTMLInputElement>(mayHoldText)) input.value = secret;
        expect([...new FormData(form)]).to.deep.equal([]);
        expect(form.getAttribute('method')).to.equal('dialog');
      }
    });
  }

  it('on every step that has a form', async () => {
    const withForm: string[] = [];
    for (const name of Object.keys(sampleSteps) as StepName[]) if (await found(name, other)) withForm.push(name);
    expect(withForm).to.deep.equal([
      ...['sign-in', 'register', 'password', 'verification-code', 'forgot-password', 'new-password', 'missing-identifier'],
      ...['extra-profile', 'single-sign-on'],
    ]);
  });

  it('takes the dialog of a page around away and tells it nothing', async () => {
    const tried = (await found('sign-in', other))!;
    const dialog = tried.window.document.createElement('dialog');
    dialog.append(tried.window.document.querySelector('.screen')!);
    tried.window.document.body.append(dialog);
    dialog.showModal();
    tried.form.requestSubmit();
    expect(dialog.open).to.equal(true);
    submitNatively(tried.form);
    expect([dialog.open, dialog.returnValue]).to.deep.equal([false, '']);
  });
});

describe('entered data is passed to the flow', function () {
  // Frames and dozens of ways a step; slow engines take seconds for each.
  this.timeout(60_000);

  const ways: Readonly<Record<string, (form: HTMLFormElement) => void>> = {
    'our button': (form) => ownButton(form).click(),
    'requestSubmit()': (form) => form.requestSubmit(),
    'an event of a script': (form) => form.dispatchEvent(new Event('submit')),
    'a button with a method and an address': (form) =>
      addButton(form, { type: 'submit', formmethod: 'get', formaction: '/elsewhere' }).click(),
    'an image': (form) => addButton(form, { type: 'image' }).click(),
  };
  for (const [way, leave] of Object.entries(ways)) {
    it(`by ${way}`, async () => {
      const { screen, flow, type } = await screenFixture(sampleSteps.password.step);
      await type('password', secret);
      const { href } = location;
      leave(screen.querySelector('form')!);
      const identifier = { type: 'username', value: 'alice', valid: true };
      expect(flow.calls.filter(([deed]) => deed !== 'dismiss')).to.deep.equal([
        ['submitPassword', { identifier, password: secret }],
      ]);
      expect(location.href).to.equal(href);
    });
  }
});

/** Every property of a form that a control of the same name would hide. */
function formProperties(): string[] {
  const names: string[] = [];
  for (let each: object | null = HTMLFormElement.prototype; each; each = Object.getPrototypeOf(each) as object | null) {
    names.push(...Object.getOwnPropertyNames(each));
  }
  return [...new Set(names)].filter((name) => name !== 'name');
}

describe('no control shadows a property of its form', function () {
  // Frames and dozens of ways a step; slow engines take seconds for each.
  this.timeout(60_000);

  it('whatever a tenant calls the fields of a profile', async () => {
    const customProfileFields = formProperties().flatMap((name) => [
      { name, type: 'Text', config: {}, required: false },
      { name: `address-${name}`, type: 'Select', config: { options: [{ value: 'a' }] }, required: false },
    ]);
    const { screen } = await screenFixture({ name: 'extra-profile' }, {}, { settings: { customProfileFields } });
    const form = screen.querySelector('form')!;
    expect(form.elements.length).to.be.greaterThan(300);
    const hidden = formProperties().filter(
      (name) => Reflect.get(form, name) !== Reflect.get(HTMLFormElement.prototype, name, form),
    );
    expect(hidden).to.deep.equal([]);
  });

  for (const name of Object.keys(sampleSteps) as StepName[]) {
    it(`on the step ${name}`, async () => {
      const { step, settings = {} } = sampleSteps[name];
      const { screen } = await screenFixture(step, {}, { settings });
      const controls = [
        ...screen.querySelectorAll<HTMLInputElement>('input, select, button, textarea, output, fieldset, object'),
      ];
      const hiding = controls.flatMap((each) => [each.name, each.id]).filter((each) => each && each in HTMLFormElement.prototype);
      expect(hiding).to.deep.equal([]);
    });
  }
});
