import { expect, waitUntil } from '@open-wc/testing';
import { accessibilityTree } from '../testing/accessibility-tree.ts';
import { avatarField, colorOf, pictureFile } from '../testing/avatar-field-harness.ts';
import { loadCrop } from './crop-dialog.ts';

const url = 'https://cdn.example/avatar.jpg';

describe('avatar field', () => {
  it('accepts only pictures, under the name of the field', async () => {
    const { input } = await avatarField();
    expect(input.name).to.equal('avatar');
    expect(input.accept).to.equal('image/jpeg,image/png,image/gif,image/webp,image/bmp');
    expect(input.labels?.[0]?.textContent).to.equal('Avatar (Optional)');
  });

  it('uploads the square as a JPEG named after the file, and has its address as value then', async () => {
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
    expect(element.querySelector('[role=status]')?.textContent).to.equal('Your photo has been uploaded.');
  });

  it('shows the cropped picture at once, before it is stored', async () => {
    const { find, send } = await avatarField();
    await send();
    expect(find<HTMLImageElement>('.sie-avatar-image').src).to.match(/^data:image\/jpeg/);
    expect(find('.sie-avatar-picture').hasAttribute('data-busy')).to.equal(true);
  });

  it('uploads nothing when cropping is cancelled, and returns the focus', async () => {
    const { crop, button, isCropping, uploads, input, element } = await avatarField();
    element.focus();
    await crop();
    button('Cancel')!.click();
    await waitUntil(() => !isCropping());
    expect(uploads).to.deep.equal([]);
    expect(document.activeElement).to.equal(input);
  });

  it('accepts the same file again', async () => {
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
    [
      'no picture at all',
      new File(['text'], 'me.png', { type: 'image/png' }),
      'This file cannot be read as a picture. Choose another one.',
    ],
  ] as const) {
    it(`shows an error for a file of ${what}`, async () => {
      const { choose, error, isCropping, uploads } = await avatarField();
      choose(file);
      await waitUntil(() => error() !== '');
      expect(error()).to.equal(words);
      expect(isCropping()).to.equal(false);
      expect(uploads).to.deep.equal([]);
    });
  }

  it('says that a part of the page is missing when the code for cropping cannot be loaded', async () => {
    const { optional } = loadCrop;
    Object.assign(loadCrop, { optional: () => Promise.resolve(undefined) });
    try {
      const { choose, error, isCropping } = await avatarField();
      choose(await pictureFile());
      await waitUntil(() => error() !== '');
      expect(error()).to.equal('A part of this page could not be loaded. Check your connection and try again.');
      expect(isCropping()).to.equal(false);
    } finally {
      Object.assign(loadCrop, { optional });
    }
  });

  it('rejects a file that is too large before it is read', async () => {
    const { input, error } = await avatarField();
    const file = { name: 'me.png', type: 'image/png', size: 20 * 1024 * 1024 + 1 };
    Object.defineProperty(input, 'files', { value: [file] });
    input.dispatchEvent(new Event('change'));
    await waitUntil(() => error() !== '');
    expect(error()).to.equal('File size must not exceed 20 MB.');
  });

  it('shows why an upload failed, and tries again with the same picture', async () => {
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

  for (const required of [false, true]) {
    it(`is invalid while a picture is not stored, ${required ? '' : 'not '}required`, async () => {
      const { element, send, settle, error, button, uploads } = await avatarField({ initial: url, required });
      const { answer } = await send();
      expect(element.validate()).to.equal(false);
      answer({ problem: 'Unable to upload your photo.' });
      await settle();
      expect(element.validate()).to.equal(false);
      await settle();
      expect(error()).to.equal('Your photo is not uploaded yet. Try again or remove it.');
      button('Try again')!.click();
      uploads[1]!.answer({ url: 'https://cdn.example/new.jpg' });
      await settle();
      expect(element.validate()).to.equal(true);
      expect(element.read()).to.deep.equal({ avatar: 'https://cdn.example/new.jpg' });
    });

    it(`shows and keeps the previous picture when a failed one is removed, ${required ? '' : 'not '}required`, async () => {
      const { element, find, send, settle, error, button, input, changes } = await avatarField({ initial: url, required });
      (await send()).answer({ problem: 'Unable to upload your photo.' });
      await settle();
      button('Remove')!.click();
      await settle();
      expect(find<HTMLImageElement>('.sie-avatar-image').src).to.equal(url);
      expect(error()).to.equal('');
      expect(element.validate()).to.equal(true);
      expect(element.read()).to.deep.equal({ avatar: url });
      expect(document.activeElement).to.equal(input);
      expect(changes).to.deep.equal([true, false, false]);
    });
  }

  it('shows an error of its own when the upload rejects', async () => {
    const { send, settle, error } = await avatarField();
    (await send()).fail(new Error('out of order'));
    await settle();
    await settle();
    expect(error()).to.equal('Failed to upload photo. Please try again.');
  });

  it('aborts an upload that is cancelled, and keeps the previous picture', async () => {
    const { element, send, settle, button, changes } = await avatarField({ initial: url });
    const { signal, answer } = await send();
    button('Cancel')!.click();
    expect(signal.aborted).to.equal(true);
    answer({ url: 'https://cdn.example/late.jpg' });
    await settle();
    expect(element.read()).to.deep.equal({ avatar: url });
    expect(changes).to.deep.equal([true, false]);
  });

  it('aborts an upload when another picture is chosen, or the field is removed', async () => {
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

  it('removes the picture where it is not required', async () => {
    const { element, button, settle, changes } = await avatarField({ initial: url });
    expect(element.read()).to.deep.equal({ avatar: url });
    button('Remove')!.click();
    await settle();
    expect(element.read()).to.deep.equal({ avatar: '' });
    expect(changes).to.deep.equal([false]);
    expect((await avatarField({ initial: url, required: true })).button('Remove')).to.equal(undefined);
  });

  for (const state of ['disabled', 'readonly'] as const) {
    it(`cannot be changed while it is ${state}`, async () => {
      const { root } = await avatarField({ initial: url, [state]: true });
      expect(root.querySelectorAll(':is(input, button):enabled').length).to.equal(0);
    });
  }

  it('focuses its input with autofocus', async () => {
    const { input } = await avatarField({ autofocus: true });
    expect(document.activeElement).to.equal(input);
  });

  it('requires a picture where the field is required', async () => {
    const { element, settle, error } = await avatarField({ required: true });
    expect(element.validate()).to.equal(false);
    await settle();
    expect(error()).to.equal('Avatar is required');
    expect((await avatarField({ required: true, initial: url })).element.validate()).to.equal(true);
    expect((await avatarField()).element.validate()).to.equal(true);
  });

  it('starts empty when the initial address is no web address', async () => {
    for (const initial of ['javascript:alert(1)', 'data:image/png,x', 'me.jpg']) {
      expect((await avatarField({ initial })).element.read()).to.deep.equal({ avatar: '' });
    }
  });

  it('does not let the answer event of the crop dialog bubble', async () => {
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

  it('has the expected accessibility tree', async () => {
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
