import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { accessibilityTree } from '../testing/accessibility-tree.ts';
import { avatarField, colorOf } from '../testing/avatar-field-harness.ts';

describe('avatar crop', () => {
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
      /** Colours at the left and right end of the cropped picture. */
      ends: async () => {
        const { picture } = await element.read();
        return [await colorOf(picture, 0.1, 0.5), await colorOf(picture, 0.9, 0.5)];
      },
      confirm: () => button('Confirm'),
      uploads,
    };
  }

  it('moves the picture by arrow keys', async () => {
    const { canvas, press, ends } = await cropping();
    canvas.focus();
    expect(await ends()).to.deep.equal(['red', 'blue']);
    for (let times = 0; times < 12; times += 1) await press('ArrowRight');
    expect(await ends()).to.deep.equal(['red', 'red']);
    for (let times = 0; times < 24; times += 1) await press('ArrowLeft');
    expect(await ends()).to.deep.equal(['blue', 'blue']);
  });

  it('moves the picture by mouse or one finger while it is pressed', async () => {
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

  it('zooms by the slider, by keys, by the wheel and by pinching', async () => {
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

  it('does not submit the form by Enter on the slider', async () => {
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

  it('describes the keys to assistive technology', async () => {
    const { root } = await cropping();
    expect(accessibilityTree(root.querySelector('sie-avatar-crop')!)).to.deep.equal([
      'application "Position of the photo": Drag the photo, or use the arrow keys, to move it.',
      'slider "Zoom"',
    ]);
  });
});
