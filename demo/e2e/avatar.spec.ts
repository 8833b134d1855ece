import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PresetName } from '../server/experience/presets.ts';
import type { Person } from './support/person.ts';
import { redAndBlue, writeFileToChoose } from './support/pictures.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

const field = 'avatar';
const endpoint = 'POST /api/experience/user-assets/avatar';

/** A new account, up to a form with an avatar and a company. */
async function goToAvatar({ I, app, qa, setup }: Fixtures, preset: PresetName = 'profile-fields'): Promise<void> {
  const { email } = setup.stranger;
  await qa.preset(preset);
  await qa.settings({ signUpProfileFields: [{ name: 'avatar' }, { name: 'company' }] });
  await app.startSignIn({ first_screen: 'register' });
  await I.type('identifier', email);
  await I.press('Create account');
  await I.type('passcode', await setup.receiveCode(email));
  await I.seeHeading('Tell us about yourself');
  await I.type('Company', 'Acme');
}

const photo = () => writeFileToChoose('holiday.bmp', redAndBlue(400, 200));

/** Chooses a photo; its crop is asked for. */
async function choosePhoto(I: Person): Promise<void> {
  await I.chooseFile(field, photo());
  await I.find('dialog', 'Crop your photo');
}

/** The colour in the middle of the avatar that the form shows. */
const colour = (I: Person): Promise<readonly number[]> =>
  I.page.evaluate(async () => {
    const image = document.querySelector<HTMLImageElement>('.sie-avatar-image');
    if (!image) return [];
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 9, height: 9 });
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, 9, 9);
    return [...(context?.getImageData(4, 4, 1, 1).data ?? [])].slice(0, 3);
  });

/** The picture that the account has now; undefined for none. */
async function storedAvatar({ qa, setup }: Fixtures): Promise<Response | undefined> {
  const made = (await qa.users()).find(({ primaryEmail }) => primaryEmail === setup.stranger.email);
  return made?.avatar ? fetch(made.avatar) : undefined;
}

describe('An avatar', () => {
  it(
    'is chosen, moved, enlarged and uploaded by keyboard',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await goToAvatar(fixtures);
      await choosePhoto(I);
      await I.seeFocusOn('button', 'Confirm');
      await I.tabTo('application', 'Position of the photo');
      for (let presses = 0; presses < 10; presses += 1) await I.pressKey('ArrowRight');
      await I.tabTo('slider', 'Zoom');
      for (let presses = 0; presses < 10; presses += 1) await I.pressKey('ArrowRight');
      await I.tabTo('button', 'Confirm');
      await I.pressKey('Enter');
      await I.seeButton('Remove');
      const [red = 0, , blue = 255] = await colour(I);
      assert.ok(red > 200 && blue < 50, `The left side is red, this is ${String(red)}, ${String(blue)}.`);
      await I.seeField(field, { focused: true });
      await I.press('Continue');
      await app.seeSignedIn();
      const stored = await storedAvatar(fixtures);
      assert.equal(stored?.headers.get('content-type'), 'image/jpeg');
      assert.match(stored.url, /holiday\.jpg$/);
    }),
  );

  it(
    'is moved with the mouse',
    withPage(async (fixtures) => {
      const { I, page } = fixtures;
      await goToAvatar(fixtures);
      await choosePhoto(I);
      const { x, y } = await (await I.find('application', 'Position of the photo')).clickablePoint();
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 300, y, { steps: 5 });
      await page.mouse.up();
      await I.press('Confirm');
      await I.seeButton('Remove');
      const [red = 255, , blue = 0] = await colour(I);
      assert.ok(blue > 200 && red < 50, `The right side is blue, this is ${String(red)}, ${String(blue)}.`);
    }),
  );

  it(
    'is not set when cropping is cancelled, and the same file can be chosen again',
    withPage(async (fixtures) => {
      const { I, qa } = fixtures;
      await goToAvatar(fixtures);
      const file = photo();
      await I.chooseFile(field, file);
      await I.find('dialog', 'Crop your photo');
      await I.pressKey('Escape');
      await I.dontSee('Crop your photo');
      await I.seeField(field, { focused: true });
      assert.ok(!I.traffic.calls().includes(endpoint));
      await I.chooseFile(field, file);
      await I.press('Confirm');
      await I.press('Remove');
      await I.seeField(field, { focused: true });
      await I.press('Continue');
      await fixtures.app.seeSignedIn();
      assert.ok(!(await qa.users()).some(({ avatar }) => avatar?.includes('holiday')));
    }),
  );

  it(
    'survives a reload',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await goToAvatar(fixtures);
      await choosePhoto(I);
      await I.press('Confirm');
      await I.seeButton('Remove');
      await I.reload();
      await I.seeButton('Remove');
      await I.seeField('Company', { value: 'Acme' });
      await I.press('Continue');
      await app.seeSignedIn();
      assert.equal((await storedAvatar(fixtures))?.ok, true);
      assert.equal(I.traffic.calls().filter((call) => call === endpoint).length, 1);
    }),
  );

  for (const [what, name, content, error] of [
    ['a text', 'notes.txt', 'no picture', 'File type must be JPEG, PNG, GIF, WEBP, BMP.'],
    [
      'a drawing with scripts in it',
      'logo.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'File type must be JPEG, PNG, GIF, WEBP, BMP.',
    ],
    ['too large', 'large.png', new Uint8Array(20 * 1024 * 1024 + 1), 'File size must not exceed 20 MB.'],
    ['no picture inside', 'broken.png', 'no picture', 'This file cannot be read as a picture. Choose another one.'],
  ] as const) {
    it(
      `rejects a file that is ${what}: shows an error at the field, and accepts another one`,
      withPage(async (fixtures) => {
        const { I } = fixtures;
        await goToAvatar(fixtures);
        await I.chooseFile(field, writeFileToChoose(name, content));
        await I.seeField(field, { error });
        assert.ok(!I.traffic.calls().includes(endpoint));
        await choosePhoto(I);
        await I.seeField(field, { error: '' });
      }),
    );
  }
});

describe('The upload of an avatar', () => {
  it(
    'blocks the form until it is done, and can be cancelled',
    withPage(async (fixtures) => {
      const { I, app, qa } = fixtures;
      await goToAvatar(fixtures);
      await qa.faults({ endpoint, latency: 20_000 });
      await choosePhoto(I);
      await I.press('Confirm');
      await I.see('Uploading...');
      await I.seeButton('Continue', { disabled: true });
      await I.tabTo('button', 'Cancel');
      await I.pressKey('Enter');
      await I.dontSee('Uploading...');
      await I.seeField(field, { focused: true, error: '' });
      await I.press('Continue');
      await app.seeSignedIn();
      assert.equal(await storedAvatar(fixtures), undefined);
    }),
  );

  it(
    'can be retried after a failure without cropping again',
    withPage(async (fixtures) => {
      const { I, app, qa } = fixtures;
      await goToAvatar(fixtures, 'avatar-storage-failing');
      await choosePhoto(I);
      await I.press('Confirm');
      await I.seeField(field, { error: 'Failed to upload photo. Please try again.' });
      await qa.tenant({ avatarStorage: 'working' });
      await I.press('Try again');
      await I.seeField(field, { error: '' });
      await I.seeButton('Remove');
      await I.press('Continue');
      await app.seeSignedIn();
      assert.equal((await storedAvatar(fixtures))?.ok, true);
    }),
  );

  it(
    'does not prevent the account if it fails for good',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await goToAvatar(fixtures, 'avatar-storage-missing');
      await choosePhoto(I);
      await I.press('Confirm');
      await I.seeField(field, { error: 'Unable to upload your photo. Please try again later.' });
      await I.press('Continue');
      await I.seeField(field, { error: 'Your photo is not uploaded yet. Try again or remove it.' });
      await I.press('Remove');
      await I.press('Continue');
      await app.seeSignedIn();
      assert.equal(await storedAvatar(fixtures), undefined);
    }),
  );

  it(
    'can be retried after a connection failure',
    withPage(async (fixtures) => {
      const { I, qa } = fixtures;
      await goToAvatar(fixtures);
      await qa.faults({ endpoint, offline: true });
      await choosePhoto(I);
      await I.press('Confirm');
      await I.see('You seem to be offline');
      await qa.faults();
      await I.press('Try again');
      await I.dontSee('You seem to be offline');
      await I.seeButton('Remove');
    }),
  );
});
