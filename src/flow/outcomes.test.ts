import { expect } from '@open-wc/testing';
import { autoSteps } from './auto-steps.ts';
import { outcomes } from './outcome-table.ts';
import { outcomeOf, ruleFor } from './outcomes.ts';
import { nothingSpecial, steps } from './testing/outcomes-in-words.ts';

describe('An outcome', () => {
  it('never leaves a step that runs by itself waiting for a person', () => {
    const automatic = Object.values(steps).filter(({ name }) => autoSteps[name]);
    for (const step of automatic) {
      for (const code of [...Object.keys(outcomes), 'no.such.code']) {
        const outcome = outcomeOf({
          ...nothingSpecial,
          step,
          action: { command: 'finishSocial', input: step },
          problem: { code },
        });
        expect(['go', 'do'], `${code} on ${step.name}`).to.include(outcome.kind);
      }
    }
  });

  it('prefers the line of a code to that of its family', () => {
    expect(ruleFor('session.mfa.anything')).to.equal(outcomes['session.mfa.']);
    expect(ruleFor('session.not_found')).to.equal(outcomes['session.not_found']);
    expect(ruleFor('session.anything')).to.equal(ruleFor('no.such.code'));
  });

  it('is found for every text that a server may send as a code', () => {
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

  it('leads only to steps that a person can go on from', () => {
    for (const step of Object.values(steps)) {
      for (const code of Object.keys(outcomes)) {
        const outcome = outcomeOf({ ...nothingSpecial, step, problem: { code } });
        if (outcome.kind === 'go') expect(autoSteps[outcome.step.name], `${code} on ${step.name}`).to.equal(undefined);
      }
    }
  });
});
