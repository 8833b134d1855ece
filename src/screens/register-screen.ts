import { nothing } from 'lit';
import { define } from '../elements/element.ts';
import '../elements/terms-checkbox/define.ts';
import type { Offer } from '../flow/index.ts';
import { msg } from '../localization/words.ts';
import { SieFirstScreen } from './first-screen-base.ts';
import type { Deed, TypedIdentifier } from './identifier-screen-base.ts';
import { usernameRequirements } from './username-requirements.ts';

/** The first screen for people without an account: an identifier to make one with, social buttons, terms. */
export class SieRegisterScreen extends SieFirstScreen<'register'> {
  override get heading(): string {
    return this.step.focused
      ? msg('Create account', { id: 'description.create_account' })
      : msg('Create your account', { id: 'description.create_your_account' });
  }

  protected get types(): Offer['types'] {
    return this.step.focused ?? this.flow.offer.signUp;
  }

  protected override terms(): Offer['terms'] {
    return this.flow.offer.registerTerms;
  }

  protected override hint(): string {
    return this.types.includes('username') ? usernameRequirements(this.flow.settings) : '';
  }

  protected get deed(): Deed {
    return { label: msg('Create account', { id: 'action.create_account' }), command: 'submitRegistration' };
  }

  protected fields(): unknown {
    return nothing;
  }

  protected elsewhere(): unknown {
    if (this.step.focused) {
      const label = msg('All account creation options', { id: 'description.all_account_creation_options' });
      return this.linkTo({ name: 'register' }, label);
    }
    if (!this.flow.offer.canSignIn) return nothing;
    const before = msg('Already have an account?', { id: 'description.have_account' });
    return this.linkTo({ name: 'sign-in' }, msg('Sign in', { id: 'action.sign_in' }), { before, replace: true });
  }

  protected send(identifier: TypedIdentifier): Promise<void> {
    return this.flow.do.submitRegistration({ identifier });
  }
}

define('sie-register-screen', SieRegisterScreen);
