import { fixtureSync, html } from '@open-wc/testing';
import type { FlowState, StepName } from '../../flow/index.ts';
import type { Step } from '../../flow/steps/step.ts';
import { problemText } from '../../localization/problem-messages.ts';
import '../../elements/problem-details/problem-details.ts';
import { install } from '../../theme/install.ts';
import { theme } from '../../theme/theme.ts';
import { screens } from '../registry.ts';
import type { SieScreen } from '../screen.ts';
import { type FlowCall, fakeFlow, type FakeFlowOptions, stateOn } from './fake-flow.ts';

/** A screen standing alone with a fake flow. `show` gives it another state of the same step. */
export async function screenFixture(step: Step, changes: Partial<FlowState> = {}, options: FakeFlowOptions = {}) {
  const { tag, load } = screens[step.name];
  install(document, theme);
  const flow = fakeFlow(options);
  await load?.(flow.options);
  const screen = document.createElement(tag) as SieScreen<StepName>;
  Object.assign(screen, { flow, state: stateOn(step, changes), theme: 'light', problemText });
  fixtureSync(html`<main class="sie-root">${screen}</main>`);
  await screen.updateComplete;
  const show = async (next: Partial<FlowState>) => {
    screen.state = stateOn(step, next);
    await screen.updateComplete;
  };
  const find = <Found extends Element = HTMLElement>(selector: string): Found => {
    const found = screen.querySelector<Found>(selector);
    if (!found) throw new Error(`The screen shows no ${selector}.`);
    return found;
  };
  const press = (words: string): void => {
    const button = [...screen.querySelectorAll<HTMLElement>('button, a')].find(({ textContent }) => textContent.includes(words));
    if (!button) throw new Error(`The screen shows nothing to press that says ${words}.`);
    button.click();
  };
  /** Types into the input of this name. */
  const type = async (name: string, value: string): Promise<void> => {
    const input = find<HTMLInputElement>(`input[name=${name}]`);
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await screen.updateComplete;
  };
  /** Submits the form: what the screen did with it, which may be later, since identifiers are read asynchronously. */
  const submit = async (): Promise<FlowCall | undefined> => {
    const before = flow.calls.length;
    find<HTMLFormElement>('form').requestSubmit();
    while (flow.calls.length === before) await new Promise(requestAnimationFrame);
    return flow.calls.at(-1);
  };
  return { screen, flow, show, find, press, type, submit, text: () => screen.innerText.replace(/\s+/g, ' ').trim() };
}
