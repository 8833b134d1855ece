import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import phrases from '@logto/phrases-experience';
import { fullSignInExperienceGuard } from '@logto/schemas';

import { presetNames, presets } from './presets.ts';
import { createStage, type Stage } from './testing/stage.ts';
import { pick } from './testing/steps.ts';

const settings = async (stage: Stage, query = ''): Promise<unknown> =>
  (await stage.call('GET', `/api/.well-known/sign-in-exp${query}`)).body;

const language = async (stage: Stage, query: string, acceptLanguage = 'de'): Promise<string | null> =>
  (await stage.call('GET', `/api/.well-known/phrases${query}`, undefined, { 'accept-language': acceptLanguage })).headers.get(
    'content-language',
  );

describe('Settings', () => {
  it('need no session and have two addresses', async () => {
    const stage = createStage();
    stage.headers = {};

    assert.deepEqual(await settings(stage), (await stage.call('GET', '/api/.well-known/experience')).body);
  });

  it('never tell what is private', async () => {
    const body = (await settings(createStage())) as object;

    assert.ok(!('forgotPasswordMethods' in body) && !('emailBlocklistPolicy' in body));
  });

  it('take their look from the organization, then the application, then the tenant', async () => {
    const stage = createStage();
    stage.api.state.tenant = {
      ...stage.api.state.tenant,
      applications: {
        own: { color: { primaryColor: '#111111', darkPrimaryColor: '#222222' }, customCss: 'a{}' },
        foreign: { isThirdParty: true, color: { primaryColor: '#999999' } },
      },
      organizations: { acme: { color: { primaryColor: '#333333' } } },
    };
    const colors = async (query: string): Promise<unknown> =>
      ((await settings(stage, query)) as { readonly color: unknown }).color;

    assert.deepEqual(await colors('?appId=own'), {
      primaryColor: '#111111',
      darkPrimaryColor: '#222222',
      isDarkModeEnabled: true,
    });
    assert.deepEqual(await colors('?appId=own&organizationId=acme'), {
      primaryColor: '#333333',
      darkPrimaryColor: '#222222',
      isDarkModeEnabled: true,
    });
    assert.deepEqual(await colors('?appId=foreign&organizationId=unknown'), await colors(''));
    assert.equal(((await settings(stage, '?appId=own')) as { readonly customCss: unknown }).customCss, 'a{}');
  });

  it('offer recovery only where a message can be sent', async () => {
    const stage = createStage();
    stage.configure({ forgotPasswordMethods: null });
    stage.messageConnectors = stage.messageConnectors.filter(({ type }) => type === 'phone');
    const { forgotPassword } = (await settings(stage)) as { readonly forgotPassword: unknown };

    assert.deepEqual(forgotPassword, { phone: true, email: false });
  });

  it('are what the server writes into the page, too', async () => {
    const stage = createStage();
    const { api } = stage;

    assert.deepEqual(JSON.parse(JSON.stringify(api.wellKnown.signInExperience({}))), await settings(stage));
    assert.equal(api.wellKnown.phrases({ named: 'fr', detected: [] }).language, 'fr');
  });
});

describe('Presets', () => {
  const spoiled = ['older-server', 'malformed-entries', 'unusable'];

  for (const name of presetNames) {
    it(`"${name}" gives settings ${spoiled.includes(name) ? 'that the official guard refuses' : 'that the official guard accepts'}`, async () => {
      const stage = createStage();
      stage.api.state.tenant = presets[name].apply(stage.api.state.tenant);
      const body = await settings(stage);

      assert.equal(fullSignInExperienceGuard.safeParse(body).success, !spoiled.includes(name));
    });
  }

  it('"many-connectors" shows forty beside the working one', async () => {
    const stage = createStage();
    stage.api.state.tenant = presets['many-connectors'].apply(stage.api.state.tenant);
    const { socialConnectors } = (await settings(stage)) as { readonly socialConnectors: readonly unknown[] };

    assert.equal(socialConnectors.length, 41);
  });
});

describe('Phrases', () => {
  it('come in the first language asked for by name that there is', async () => {
    const stage = createStage();

    assert.equal(await language(stage, '?lng=fr'), 'fr');
    assert.equal(await language(stage, '?lng=xx%20zh_cn%20fr'), 'zh-CN');
    assert.equal(await language(stage, '?lng=pt'), 'pt-PT');
    assert.equal(await language(stage, '?lng=de-AT'), 'de');
    assert.equal(await language(stage, '?lng=%20'), 'de');
  });

  it('else in that of the browser, if the tenant detects it, else in the fallback', async () => {
    const stage = createStage();
    assert.equal(await language(stage, '', 'xx, ja;q=0.5, ko;q=0.8'), 'ko');
    assert.equal(await language(stage, '', '*'), 'en');

    stage.configure({ languageInfo: { autoDetect: false, fallbackLanguage: 'ar' } });
    assert.equal(await language(stage, ''), 'ar');
    assert.equal(await language(stage, '?lng=ja'), 'ja');
  });

  it('prefer a custom language when it matches exactly, a built-in one when it is merely related', async () => {
    const stage = createStage();
    stage.api.state.tenant = {
      ...stage.api.state.tenant,
      customPhrases: { 'fr-CA': {}, 'fr-BE': {}, 'cy-GB': {} },
    };

    assert.equal(await language(stage, '?lng=fr-CA'), 'fr-CA');
    assert.equal(await language(stage, '?lng=fr-CH'), 'fr');
    assert.equal(await language(stage, '?lng=cy'), 'cy-GB');
  });

  it('are the built-in ones under those of the tenant, word by word; empty words change nothing', async () => {
    const stage = createStage();
    stage.api.state.tenant = {
      ...stage.api.state.tenant,
      customPhrases: { en: { action: { sign_in: 'Come in', create_account: '' } } },
    };
    const answer = await stage.call('GET', '/api/.well-known/phrases?lng=en');

    assert.equal(pick(answer, 'translation', 'action', 'sign_in'), 'Come in');
    assert.equal(pick(answer, 'translation', 'action', 'create_account'), phrases.en.translation.action.create_account);
    assert.deepEqual(Object.keys(pick(answer, 'translation') as object), Object.keys(phrases.en.translation));
  });
});
