import { expect, fixture, waitUntil } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { html } from 'lit';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import { accessibilityTree } from '../testing/accessibility-tree.ts';
import './define.ts';
import './define-crop.ts';
import type { SieAvatarField } from './avatar-field.ts';

before(() => {
  install(document, theme);
});

/** A picture of 40 × 20: red at the left, blue at the right. */
async function pictureFile(name = 'me.png'): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 20 });
  const context = canvas.getContext('2d')!;
  for (const [color, left] of [
    ['red', 0],
    ['blue', 20],
  ] as const) {
    context.fillStyle = color;
    context.fillRect(left, 0, 20, 20);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File([blob!], name, { type: 'image/png' });
}

type Answer = Awaited<ReturnType<SieAvatarField['upload']>>;

/** What a person sees and does. */
async function avatarField(properties: Partial<SieAvatarField> = {}) {
  const uploads: { file: File; signal: AbortSignal; answer: (answer: Answer) => void; fail: (error: Error) => void }[] = [];
  const changes: boolean[] = [];
  const element = Object.assign(document.createElement('sie-avatar-field'), {
    upload: (file: File, signal: AbortSignal) =>
      new Promise<Answer>((answer, fail) => uploads.push({ file, signal, answer, fail })),
    ...properties,
  });
  const root = await fixture<HTMLElement>(html`<div class="sie-root" style="inline-size: 360px"><form>${element}</form></div>`);
  root.addEventListener('sie-avatar-change', ({ busy }) => changes.push(busy));
  await element.updateComplete;
  const find = <Found extends Element>(selector: string) => root.querySelector<Found>(selector)!;
  const input = find<HTMLInputElement>('input[type=file]');
  const error = () => find('.sie-foot > [role=alert]').textContent;
  const button = (words: string) => [...root.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words);
  const isCropping = () => root.querySelector('dialog')?.open ?? false;
  const choose = (file: File) => {
    const transfer = new DataTransfer();
    transfer.items.add(file);
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const crop = async (file?: File) => {
    choose(file ?? (await pictureFile()));
    await waitUntil(() => isCropping() && root.querySelector('canvas'));
  };
  /** Chooses a picture and takes what the dialog shows at first. */
  const send = async (file?: File) => {
    const before = uploads.length;
    await crop(file);
    button('Confirm')!.click();
    await waitUntil(() => uploads.length > before && !isCropping());
    return uploads.at(-1)!;
  };
  const settle = async () => {
    await Promise.resolve();
    await element.updateComplete;
  };
  return { root, element, input, uploads, changes, error, button, isCropping, choose, crop, send, settle, find };
}

/** Colour of the pixel at a part of width and height. */
async function colorOf(file: Blob, x: number, y: number) {
  const bitmap = await createImageBitmap(file);
  const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const [red = 0, , blue = 0] = context.getImageData(x * bitmap.width, y * bitmap.height, 1, 1).data;
  return red > blue ? 'red' : 'blue';
}

const url = 'https://cdn.example/avatar.jpg';

describe('avatar field', () => {
  it('takes pictures alone, under the name of the field', async () => {
    const { input } = await avatarField();
    expect(input.name).to.equal('avatar');
    expect(input.accept).to.equal('image/jpeg,image/png,image/gif,image/webp,image/bmp');
    expect(input.labels?.[0]?.textContent).to.equal('Avatar (Optional)');
  });

  it('uploads the square as a JPEG named after the file, and is its address then', async () => {
    const { element, send, settle, changes } = await avatarField();
    const { file, answer } = await send();
    expect([file.name, file.type]).to.deep.equal(['me.jpg', 'image/jpeg']);
    const bitmap = await createImageBitmap(file);
    expect([bitmap.width, bitmap.height]).to.deep.equal([20, 20]);
    expect(await colorOf(file, 0.2, 0.5)).to.equal('red');
    expect(await colorOf(file, 0.8, 0.5)).to.equal('blue');
    expect(element.read()).to.deep.equal({ avatar: '' });
    answer({ url });
    await settle();
    expect(element.read()).to.deep.equal({ avatar: url });
    expect(changes).to.deep.equal([true, false]);
  });

  it('shows what was cropped at once, before it is stored', async () => {
    const { find, send } = await avatarField();
    await send();
    expect(find<HTMLImageElement>('.sie-avatar-image').src).to.match(/^data:image\/jpeg/);
    expect(find('.sie-avatar-picture').hasAttribute('data-busy')).to.equal(true);
  });

  it('sends nothing when cropping is given up, and gives the focus back', async () => {
    const { crop, button, isCropping, uploads, input, element } = await avatarField();
    element.focus();
    await crop();
    button('Cancel')!.click();
    await waitUntil(() => !isCropping());
    expect(uploads).to.deep.equal([]);
    expect(document.activeElement).to.equal(input);
  });

  it('takes the same file again', async () => {
    const { crop, button, isCropping, input } = await avatarField();
    await crop();
    expect(input.value).to.equal('');
    button('Cancel')!.click();
    await waitUntil(() => !isCropping());
    await crop();
    expect(isCropping()).to.equal(true);
  });

  for (const [what, file, words] of [
    ['another type', new File(['<svg/>'], 'me.svg', { type: 'image/svg+xml' }), 'File type must be JPEG, PNG, GIF, WEBP, BMP.'],
    ['no picture at all', new File(['text'], 'me.png', { type: 'image/png' }), 'Failed to crop the image. Please try again.'],
  ] as const) {
    it(`says what is wrong with a file of ${what}`, async () => {
      const { choose, error, isCropping, uploads } = await avatarField();
      choose(file);
      await waitUntil(() => error() !== '');
      expect(error()).to.equal(words);
      expect(isCropping()).to.equal(false);
      expect(uploads).to.deep.equal([]);
    });
  }

  it('refuses a file that is too large before it is read', async () => {
    const { input, error } = await avatarField();
    const file = { name: 'me.png', type: 'image/png', size: 20 * 1024 * 1024 + 1 };
    Object.defineProperty(input, 'files', { value: [file] });
    input.dispatchEvent(new Event('change'));
    await waitUntil(() => error() !== '');
    expect(error()).to.equal('File size must not exceed 20 MB.');
  });

  it('says why an upload failed, and tries again with the same picture', async () => {
    const { element, send, settle, error, button, uploads } = await avatarField();
    const { file, answer } = await send();
    answer({ problem: 'Unable to upload your photo.' });
    await settle();
    expect(error()).to.equal('Unable to upload your photo.');
    button('Try again')!.click();
    await settle();
    expect(error()).to.equal('');
    expect(uploads[1]?.file).to.equal(file);
    uploads[1]?.answer({ url });
    await settle();
    expect(element.read()).to.deep.equal({ avatar: url });
    expect(button('Try again')).to.equal(undefined);
  });

  it('has words of its own when the upload breaks', async () => {
    const { send, settle, error } = await avatarField();
    (await send()).fail(new Error('out of order'));
    await settle();
    await settle();
    expect(error()).to.equal('Failed to upload photo. Please try again.');
  });

  it('stops an upload that is given up, and keeps the picture from before', async () => {
    const { element, send, settle, button, changes } = await avatarField({ initial: url });
    const { signal, answer } = await send();
    button('Cancel')!.click();
    expect(signal.aborted).to.equal(true);
    answer({ url: 'https://cdn.example/late.jpg' });
    await settle();
    expect(element.read()).to.deep.equal({ avatar: url });
    expect(changes).to.deep.equal([true, false]);
  });

  it('stops an upload when another picture is chosen, or the field goes away', async () => {
    const { element, send, settle } = await avatarField();
    const first = await send();
    const second = await send();
    expect(first.signal.aborted).to.equal(true);
    first.answer({ url: 'https://cdn.example/first.jpg' });
    await settle();
    expect(element.read()).to.deep.equal({ avatar: '' });
    element.remove();
    expect(second.signal.aborted).to.equal(true);
  });

  it('removes the picture where it may be missing', async () => {
    const { element, button, settle, changes } = await avatarField({ initial: url });
    expect(element.read()).to.deep.equal({ avatar: url });
    button('Remove')!.click();
    await settle();
    expect(element.read()).to.deep.equal({ avatar: '' });
    expect(changes).to.deep.equal([false]);
    expect((await avatarField({ initial: url, required: true })).button('Remove')).to.equal(undefined);
  });

  it('asks for a picture where one is required', async () => {
    const { element, settle, error } = await avatarField({ required: true });
    expect(element.validate()).to.equal(false);
    await settle();
    expect(error()).to.equal('Avatar is required');
    expect((await avatarField({ required: true, initial: url })).element.validate()).to.equal(true);
    expect((await avatarField()).element.validate()).to.equal(true);
  });

  it('begins with nothing when the address is none of a picture in the web', async () => {
    for (const initial of ['javascript:alert(1)', 'data:image/png,x', 'me.jpg']) {
      expect((await avatarField({ initial })).element.read()).to.deep.equal({ avatar: '' });
    }
  });

  it('keeps the answer about cropping to itself', async () => {
    const { root, send } = await avatarField();
    let answers = 0;
    root.addEventListener('sie-dialog-answer', () => (answers += 1));
    await send();
    expect(answers).to.equal(0);
  });

  it('adds nothing to the form but its file', async () => {
    const { root, crop } = await avatarField();
    await crop();
    expect([...new FormData(root.querySelector('form')!).keys()]).to.deep.equal(['avatar']);
  });

  it('is told to assistive technology', async () => {
    const { root, send } = await avatarField();
    await send();
    expect(accessibilityTree(root.querySelector('.sie-avatar')!)).to.deep.equal([
      'status "Uploading..."',
      'textbox "Avatar (Optional) Uploading...": Recommended size 1:1, up to 20 MB.',
      'button "Cancel"',
    ]);
  });

  it('has no accessibility violation, with an error and while cropping too', async () => {
    const { root, element, crop } = await avatarField();
    await expect(root).to.be.accessible();
    element.error = 'Avatar is required';
    await element.updateComplete;
    await expect(root).to.be.accessible();
    await crop();
    await Promise.all(
      root
        .querySelector('dialog')!
        .getAnimations()
        .map(({ finished }) => finished),
    );
    await expect(root).to.be.accessible();
  });
});

describe('cropping', () => {
  async function cropping() {
    const { root, crop, find, button, uploads } = await avatarField();
    await crop();
    const canvas = find<HTMLCanvasElement>('canvas');
    const element = find<HTMLElementTagNameMap['sie-avatar-crop']>('sie-avatar-crop');
    await element.updateComplete;
    const slider = find<HTMLInputElement>('input[type=range]');
    const pointer = (type: string, id: number, x: number, y = 100) => {
      const { left, top } = canvas.getBoundingClientRect();
      canvas.dispatchEvent(
        new PointerEvent(type, { pointerId: id, clientX: left + x, clientY: top + y, bubbles: true, cancelable: true }),
      );
    };
    canvas.setPointerCapture = () => undefined;
    return {
      root,
      canvas,
      slider,
      element,
      pointer,
      press: (key: string) => executeServerCommand('press-keys', [key]),
      /** Colours at the left and right end of what would be sent. */
      ends: async () => {
        const { picture } = await element.read();
        return [await colorOf(picture, 0.1, 0.5), await colorOf(picture, 0.9, 0.5)];
      },
      confirm: () => button('Confirm'),
      uploads,
    };
  }

  it('is moved by arrow keys', async () => {
    const { canvas, press, ends } = await cropping();
    canvas.focus();
    expect(await ends()).to.deep.equal(['red', 'blue']);
    for (let times = 0; times < 12; times += 1) await press('ArrowRight');
    expect(await ends()).to.deep.equal(['red', 'red']);
    for (let times = 0; times < 24; times += 1) await press('ArrowLeft');
    expect(await ends()).to.deep.equal(['blue', 'blue']);
  });

  it('is moved by mouse or one finger, while it is down', async () => {
    const { canvas, pointer, ends } = await cropping();
    pointer('pointermove', 1, canvas.clientWidth);
    expect(await ends()).to.deep.equal(['red', 'blue']);
    pointer('pointerdown', 1, 0);
    pointer('pointermove', 1, canvas.clientWidth);
    pointer('pointerup', 1, canvas.clientWidth);
    expect(await ends()).to.deep.equal(['red', 'red']);
    pointer('pointermove', 1, 0);
    expect(await ends()).to.deep.equal(['red', 'red']);
  });

  it('comes closer by the slider, by keys, by the wheel and by two fingers', async () => {
    const { canvas, slider, element, pointer, press } = await cropping();
    const zoom = async () => {
      await element.updateComplete;
      return Number(slider.value);
    };
    slider.focus();
    await press('ArrowUp');
    expect(await zoom()).to.equal(1.05);
    canvas.focus();
    await press('+');
    expect(await zoom()).to.equal(1.1);
    await press('-');
    expect(await zoom()).to.equal(1.05);
    canvas.dispatchEvent(new WheelEvent('wheel', { deltaY: -1, bubbles: true, cancelable: true }));
    expect(await zoom()).to.equal(1.1);
    pointer('pointerdown', 1, 100);
    pointer('pointerdown', 2, 150);
    pointer('pointermove', 2, 200);
    expect(await zoom()).to.equal(2.2);
    pointer('pointermove', 2, 2000);
    expect(await zoom()).to.equal(3);
  });

  it('sends no form by Enter on the slider', async () => {
    const { root, slider, press } = await cropping();
    let sent = 0;
    root.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault();
      sent += 1;
    });
    slider.focus();
    await press('Enter');
    expect(sent).to.equal(0);
  });

  it('is told to assistive technology with what the keys do', async () => {
    const { root } = await cropping();
    expect(accessibilityTree(root.querySelector('sie-avatar-crop')!)).to.deep.equal([
      'application "Position of the photo": Drag the photo, or use the arrow keys, to move it.',
      'slider "Zoom"',
    ]);
  });
});
