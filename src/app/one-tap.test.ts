import { expect } from '@open-wc/testing';
import type { Flow, FlowState } from '../flow/index.ts';
import { createStore } from '../flow/state.ts';
import { settingsWith } from '../flow/testing/harness.ts';
import type { Step } from '../flow/steps/step.ts';
import { followOneTap } from './third-parties.ts';
import { standInScripts } from '../platform/testing/stand-in-scripts.ts';

const googleOneTap = { clientId: 'client', connectorId: 'google', isEnabled: true };

describe('Google One Tap on the page', () => {
  let controller: AbortController;
  let restore: () => void;
  beforeEach(() => (restore = standInScripts('data:text/javascript,//')));
  afterEach(() => {
    controller.abort();
    restore();
  });

  const follow = (settings: Record<string, unknown> = { googleOneTap }) => {
    controller = new AbortController();
    const state: FlowState = { step: { name: 'sign-in' }, status: 'idle', agreed: false };
    const store = createStore(state);
    const flow = { settings: settingsWith(settings), subscribe: store.subscribe } as Flow;
    Object.defineProperty(flow, 'state', { get: store.get });
    const host = document.createElement('div');
    followOneTap(flow, host, controller.signal);
    return (name: string, data: object = {}) => store.set({ ...state, step: { name, ...data } as Step });
  };
  const prompts = () => [...document.querySelectorAll<HTMLElement>('#g_id_onload')].map((element) => element.dataset['context']);

  it('is offered on the first screens, with the context of each', () => {
    const go = follow();
    expect(prompts()).to.deep.equal(['signin']);
    go('register');
    expect(prompts()).to.deep.equal(['signup']);
  });

  it('is offered once, however often the screen changes', () => {
    const go = follow();
    const before = document.querySelector('#g_id_onload');
    go('sign-in');
    expect(document.querySelector('#g_id_onload')).to.equal(before);
  });

  it('is removed and shown again with the first screen', () => {
    const go = follow();
    go('password');
    expect(prompts()).to.deep.equal([]);
    go('sign-in');
    expect(prompts()).to.deep.equal(['signin']);
  });

  it('is not offered where the app narrowed the screen down to identifiers', () => {
    const go = follow();
    go('sign-in', { focused: ['email'] });
    expect(prompts()).to.deep.equal([]);
  });

  it('is removed with the page and not shown again', () => {
    const go = follow();
    controller.abort();
    expect(prompts()).to.deep.equal([]);
    go('register');
    expect(prompts()).to.deep.equal([]);
  });

  it('sends the answer to the connector of the server that shows the page', () => {
    follow();
    const loginUri = document.querySelector('#g_id_onload')?.getAttribute('data-login_uri');
    expect(loginUri).to.equal(`${location.origin}/callback/google`);
  });

  it('is not offered where the tenant has it off', () => {
    follow({ googleOneTap: { ...googleOneTap, isEnabled: false } });
    expect(prompts()).to.deep.equal([]);
  });
});
