import { redAndBlue, writeFileToChoose } from '../pictures.ts';
import type { Fixtures } from '../e2e-suite.ts';
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

type Preset = Parameters<Fixtures['qa']['preset']>[0];

const toProfile = (preset: Preset): Arrive =>
  then(
    toCode(({ setup }) => setup.stranger.email, withPreset(preset, startRegistering)),
    async (fixtures) => {
      await giveCode(fixtures, fixtures.setup.stranger.email);
      await step(fixtures, 'extra-profile');
      await until('the fields', () => fixtures.page.$('form button[type=submit]'));
    },
  );

/** Types into fields by the names that the server gives them: labels are in the person's language. */
const fill = async ({ page }: Fixtures, texts: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, text] of Object.entries(texts)) await page.type(`[name="${name}"]`, text);
};

const good = {
  givenName: 'Ada',
  familyName: 'Lovelace',
  // As the browser's date input takes it: month, day, year.
  birthdate: '12101815',
  'address.streetAddress': '12 St James’s Square',
  'address.locality': 'London',
  'address.country': 'United Kingdom',
  company: 'Analytical Engines',
  plan: 'Pro',
};

/** Each kind of field has an error, and some of its parts are valid. */
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
const choosePhoto = async (fixtures: Fixtures): Promise<void> => {
  await fixtures.I.chooseFile('avatar', writeFileToChoose('holiday.bmp', redAndBlue(400, 200)));
  await dialog(fixtures);
};

/** The focused button of the dialog accepts the photo without cropping. */
const keepPhoto = async (fixtures: Fixtures): Promise<void> => {
  await choosePhoto(fixtures);
  await fixtures.I.pressKey('Enter');
  await until('the photo', () => fixtures.page.$('.sie-avatar-image'));
};

export const extraProfile: States = {
  '': toProfile('profile-fields'),
  'nothing filled in': then(toProfile('profile-fields'), async (fixtures) => {
    await submit(fixtures);
    await alert(fixtures);
  }),
  'filled in, and much of it wrong': then(toProfile('profile-fields'), async (fixtures) => {
    await fill(fixtures, wrong);
    await submit(fixtures);
    await alert(fixtures);
  }),
  waiting: then(toProfile('profile-fields'), async (fixtures) => {
    await fill(fixtures, good);
    await slowly(fixtures);
    await submit(fixtures);
    await waiting(fixtures);
  }),
  'nothing needed': toProfile('optional-profile-fields'),
  'photo to crop': then(toProfile('profile-fields'), choosePhoto),
  'photo on its way': then(toProfile('profile-fields'), async (fixtures) => {
    await slowly(fixtures);
    await keepPhoto(fixtures);
    await until('the upload', () =>
      fixtures.page.$eval('sie-avatar-field [role=status]', ({ textContent }) => textContent !== ''),
    );
  }),
  'photo kept': then(toProfile('profile-fields'), async (fixtures) => {
    await keepPhoto(fixtures);
    await until('the stored photo', () =>
      fixtures.page.evaluate(
        () =>
          document.querySelector('sie-avatar-field [role=status]')?.textContent !== '' &&
          !document.querySelector('.sie-avatar-picture[data-busy]'),
      ),
    );
  }),
  'photo not kept': then(toProfile('avatar-storage-failing'), async (fixtures) => {
    await keepPhoto(fixtures);
    await alert(fixtures);
  }),
  'no photo': then(toProfile('profile-fields'), async (fixtures) => {
    await fixtures.I.chooseFile('avatar', writeFileToChoose('holiday.png', 'no picture'));
    await alert(fixtures);
  }),
};
