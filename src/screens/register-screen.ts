import { nothing, type TemplateResult } from 'lit';
import { define } from '../elements/element.ts';
import '../elements/terms-checkbox/terms-checkbox.ts';
import { msg } from '../localization/messages.ts';
import { FirstScreenController } from './first-screen-controller.ts';
import { usernameRequirements } from './identifiers.ts';
import { SieScreen } from './screen.ts';

/** The first screen for people without an account: an identifier to create one with, social buttons, terms. */
export class SieRegisterScreen extends SieScreen<'register'> {
  private readonly content = new FirstScreenController(this);

  override get heading(): string {
    return this.step.focused
      ? msg('Create account', { id: 'description.create_account' })
      : msg('Create your account', { id: 'description.create_your_account' });
  }

  protected override render(): TemplateResult {
    const { flow, step } = this;
    const types = step.focused ?? flow.options.signUp;
    return this.content.render({
      types,
      purpose: 'register',
      hint: types.includes('username') ? usernameRequirements(flow.settings) : '',
      hasPassword: false,
      takesFocus: true,
      terms: flow.options.registerTerms,
      action: { label: msg('Create account', { id: 'action.create_account' }), command: 'submitRegistration' },
      fields: nothing,
      otherScreen: this.otherScreen(),
      send: (identifier) => flow.do.submitRegistration({ identifier }),
    });
  }

  private otherScreen(): unknown {
    if (this.step.focused) {
      const label = msg('All account creation options', { id: 'description.all_account_creation_options' });
      return this.linkTo({ name: 'register' }, label);
    }
    if (!this.flow.options.canSignIn) return nothing;
    const before = msg('Already have an account?', { id: 'description.have_account' });
    return this.linkTo({ name: 'sign-in' }, msg('Sign in', { id: 'action.sign_in' }), { before, replace: true });
  }
}

define('sie-register-screen', SieRegisterScreen);
