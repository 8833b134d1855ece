import { expect } from '@open-wc/testing';
import type { Interaction } from './interaction.ts';
import { outcomeOf, outcomes, ruleFor } from './outcomes.ts';
import type { Situation } from './outcome.ts';
import type { FieldName } from './problem.ts';
import { definitionOf, hasInput, isSingleUse, isUnattended, runsByItself, steps as definitions } from './steps/index.ts';
import type { Action } from './action.ts';
import type { Step, StepName } from './steps/step.ts';
import { settingsWith } from './testing/harness.ts';
import { inWords, nothingSpecial, sampleSteps } from './testing/outcomes-in-words.ts';

const steps: readonly Step[] = Object.values(sampleSteps);

/** Every entry of the table, codes that match only by prefix, and unknown codes. */
const codes = Object.keys(outcomes)
  .flatMap((key) => (key.endsWith('.') ? [`${key}x`, `${key}x.y`] : [key, `${key}.x`]))
  .concat('no.such.code', 'unknown');

const social: Interaction = { event: 'Register', proof: { kind: 'social', verificationId: 'v', connectorId: 'c' } };
const submitSocialCallback: Action = { command: 'submitSocialCallback', input: {} };
const submitIdentifier: Action = { command: 'submitIdentifier', input: { identifier: { type: 'email', value: 'a@b.c' } } };
const recovery = settingsWith({ signUp: { identifiers: ['email'] }, forgotPassword: { email: true, phone: true } });

/** Other circumstances that an outcome depends on. */
const circumstances: readonly Partial<Situation>[] = [
  {},
  { isTransient: true },
  { action: submitIdentifier, settings: recovery },
  { interaction: { event: 'ForgotPassword' }, settings: recovery },
  { interaction: { event: 'Register' }, settings: recovery },
  { interaction: { event: 'Register' }, settings: settingsWith({ signInMode: 'Register' }) },
  { interaction: social, action: submitSocialCallback },
  { interaction: social, action: submitSocialCallback, isTransient: true },
  { interaction: social, action: submitSocialCallback, settings: settingsWith({ signInMode: 'SignIn' }) },
  { interaction: social, action: submitSocialCallback, data: { relatedUser: { type: 'email', value: 'a@b.c' } } },
  {
    interaction: { event: 'SignIn', proof: { kind: 'link', verificationId: 'v' } },
    action: { command: 'followLink', input: {} },
  },
  { data: { missingProfile: ['email'] } },
  { data: { missingProfile: ['extraProfile'] } },
];

/** Each step × each code × each circumstance. */
function* situations(): Generator<Situation> {
  for (const step of steps)
    for (const code of codes)
      for (const circumstance of circumstances) yield { ...nothingSpecial, ...circumstance, step, problem: { code } };
}

/** The outcomes that violate an invariant. */
function* faultsOf(situation: Situation): Generator<string> {
  const { step, isTransient } = situation;
  const outcome = outcomeOf(situation);
  if (outcome.kind === 'field' && !hasInput(step, outcome.field)) yield `names the input ${outcome.field}, which is not there`;
  if (isUnattended(step) && outcome.kind !== 'go' && outcome.kind !== 'do') yield 'stays where nothing can be pressed';
  if (outcome.kind === 'go') {
    const { step: next, keep } = outcome;
    if (runsByItself(next)) yield `leads to ${next.name}, which nobody asked to run`;
    if (keep && isSingleUse(step)) yield 'leaves a way back into what is used up';
    // If the server requires a new password, its form is shown empty.
    const isWanted = situation.problem.code.startsWith('user.new_password_required_in_profile');
    if (next.name === step.name && isSingleUse(next) && !isWanted) yield 'leads back into what is used up';
    if (next.name === step.name && runsByItself(step)) yield 'runs again without being asked';
    const isFailure = next.name === 'error' && !Object.hasOwn(outcomes, situation.problem.code);
    if (isFailure && isTransient && !next.retry) yield 'offers no retry';
  }
  if (outcome.kind !== 'confirm') return;
  for (const { command, input } of [outcome.accept, ...(outcome.decline ? [outcome.decline] : [])]) {
    if (command !== 'goTo') continue;
    const { step: next } = input as { readonly step: Step };
    if (runsByItself(next) || isSingleUse(next)) yield `an answer leads to ${next.name}, which is used up or runs by itself`;
  }
}

/** Codes that refuse what was typed into an input, by step: the server's, or our own where the server never points at that input. */
const refusals: Readonly<Partial<Record<StepName, Readonly<Partial<Record<FieldName, readonly string[]>>>>>> = {
  'sign-in': { identifier: ['guard.invalid_input'], password: ['input.password_required'] },
  register: { identifier: ['guard.invalid_input', 'user.username_already_in_use'] },
  password: { password: ['session.invalid_credentials'] },
  'verification-code': {
    code: ['code_mismatch', 'expired', 'exceed_max_try', 'not_found'].map((code) => `verification_code.${code}`),
  },
  'forgot-password': { identifier: ['guard.invalid_input'] },
  'new-password': {
    newPassword: ['password.rejected', 'user.same_password'],
    confirmPassword: ['input.passwords_differ'],
  },
  'missing-identifier': { identifier: ['guard.invalid_input', 'user.username_already_in_use'] },
  'single-sign-on': { identifier: ['guard.invalid_input', 'sso.not_enabled'] },
};

describe('An outcome', () => {
  for (const [label, step] of Object.entries<Step>(sampleSteps)) {
    for (const input of definitionOf(step).inputs) {
      it(`shows beside the input what refuses it: ${input} on ${label}`, () => {
        const codes = refusals[step.name]?.[input] ?? [];
        expect(codes, `codes in "refusals" for the input ${input} of ${step.name}`).not.to.have.length(0);
        for (const code of codes) {
          expect(inWords(outcomeOf({ ...nothingSpecial, step, problem: { code } })), code).to.equal(`mend ${input}`);
        }
      });
    }
  }

  it('is tested on every step', () => {
    const seen = new Set(steps.map(({ name }) => name));
    expect([...seen].sort()).to.deep.equal(Object.keys(definitions).sort());
  });

  it('never names a missing input, never returns to a single-use step and always leaves a button', () => {
    const faults = new Set<string>();
    for (const situation of situations()) {
      for (const fault of faultsOf(situation)) {
        const { step, problem } = situation;
        faults.add(`${problem.code} on ${step.name} (${inWords(outcomeOf(situation))}): ${fault}`);
      }
    }
    expect([...faults]).to.deep.equal([]);
  });

  it('offers a retry after a transient failure on steps without buttons', () => {
    for (const step of steps.filter(isUnattended)) {
      for (const code of ['network', 'timeout', 'service.busy', 'contract', 'no.such.code']) {
        const outcome = outcomeOf({ ...nothingSpecial, step, problem: { code }, isTransient: true });
        expect(outcome, `${code} on ${step.name}`).to.have.nested.property('step.retry');
      }
    }
  });

  it('prefers the entry of a code to that of its prefix', () => {
    expect(ruleFor('session.mfa.anything')).to.equal(outcomes['session.mfa.']);
    expect(ruleFor('session.not_found')).to.equal(outcomes['session.not_found']);
    expect(ruleFor('session.anything')).to.equal(ruleFor('no.such.code'));
  });

  it('exists for any text that a server may send as a code', () => {
    for (const code of [
      '',
      '.',
      '..',
      '.a',
      'a.',
      'a..b',
      '...',
      ' . ',
      'a.'.repeat(50_000),
      '.'.repeat(50_000),
      '__proto__',
      'constructor.',
    ]) {
      expect(ruleFor(code), code.slice(0, 20)).to.equal(ruleFor('no.such.code'));
    }
    expect(ruleFor('session.mfa.a..b.')).to.equal(outcomes['session.mfa.']);
    expect(ruleFor(`session.mfa.${'a.'.repeat(50_000)}`)).to.equal(outcomes['session.mfa.']);
  });
});
