import { redAndBlue, writeFileToChoose } from '../pictures.ts';
import type { Scene } from '../stage.ts';
import { until } from '../until.ts';
import {
  alert,
  type Arrive,
  dialog,
  giveCode,
  slowly,
  startRegistering,
  type States,
  step,
  submit,
  then,
  toCode,
  waiting,
  withPreset,
} from './arriving.ts';

type Preset = Parameters<Scene['qa']['preset']>[0];

const toProfile = (preset: Preset): Arrive =>
  then(
    toCode(({ setup }) => setup.stranger.email, withPreset(preset, startRegistering)),
    async (scene) => {
      await giveCode(scene, scene.setup.stranger.email);
      await step(scene, 'extra-profile');
      await until('the fields', () => scene.page.$('form button[type=submit]'));
    },
  );

/** Types into fields by the names that the server gives them: labels are in the person's language. */
const fill = async ({ page }: Scene, texts: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, text] of Object.entries(texts)) await page.type(`[name="${name}"]`, text);
};

const good = {
  givenName: 'Ada',
  familyName: 'Lovelace',
  // As the browser's own control takes it: month, day, year.
  birthdate: '12101815',
  'address.streetAddress': '12 St James’s Square',
  'address.locality': 'London',
  'address.country': 'United Kingdom',
  company: 'Analytical Engines',
  plan: 'Pro',
};

/** Something is wrong with each kind of field, and beside it a part of it is right. */
const wrong = {
  ...good,
  familyName: '',
  birthdate: '1210',
  nickname: 'A',
  website: 'ada',
  'address.locality': '',
  teamSize: '501',
  inviteCode: 'ada',
  startsOn: '0229',
};

/** Chooses a photo, which is shown to be cropped. */
const choosePhoto = async (scene: Scene): Promise<void> => {
  await scene.I.chooseFile('avatar', writeFileToChoose('holiday.bmp', redAndBlue(400, 200)));
  await dialog(scene);
};

/** What is under the focus when the dialog opens takes the photo as it is. */
const keepPhoto = async (scene: Scene): Promise<void> => {
  await choosePhoto(scene);
  await scene.I.pressKey('Enter');
  await until('the photo', () => scene.page.$('.sie-avatar-image'));
};

export const extraProfile: States = {
  '': toProfile('profile-fields'),
  'nothing filled in': then(toProfile('profile-fields'), async (scene) => {
    await submit(scene);
    await alert(scene);
  }),
  'filled in, and much of it wrong': then(toProfile('profile-fields'), async (scene) => {
    await fill(scene, wrong);
    await submit(scene);
    await alert(scene);
  }),
  waiting: then(toProfile('profile-fields'), async (scene) => {
    await fill(scene, good);
    await slowly(scene);
    await submit(scene);
    await waiting(scene);
  }),
  'nothing needed': toProfile('optional-profile-fields'),
  'photo to crop': then(toProfile('profile-fields'), choosePhoto),
  'photo on its way': then(toProfile('profile-fields'), async (scene) => {
    await slowly(scene);
    await keepPhoto(scene);
    await until('the upload', () => scene.page.$eval('sie-avatar-field [role=status]', ({ textContent }) => textContent !== ''));
  }),
  'photo kept': then(toProfile('profile-fields'), async (scene) => {
    await keepPhoto(scene);
    await until('the stored photo', () =>
      scene.page.evaluate(
        () =>
          document.querySelector('sie-avatar-field [role=status]')?.textContent !== '' &&
          !document.querySelector('.sie-avatar-picture[data-busy]'),
      ),
    );
  }),
  'photo not kept': then(toProfile('avatar-storage-failing'), async (scene) => {
    await keepPhoto(scene);
    await alert(scene);
  }),
  'no photo': then(toProfile('profile-fields'), async (scene) => {
    await scene.I.chooseFile('avatar', writeFileToChoose('holiday.png', 'no picture'));
    await alert(scene);
  }),
};
