import { expect } from '@open-wc/testing';
import { commandNames } from './action.ts';
import { commands } from './commands.ts';
import { flowHarness } from './testing/harness.ts';

describe('flow.do', () => {
  it('has every command and nothing else', () => {
    const { flow } = flowHarness();
    expect([...commandNames].sort()).to.deep.equal(Object.keys(commands).sort());
    expect(Object.keys(flow.do).sort()).to.deep.equal(Object.keys(commands).sort());
  });

  const asked: readonly PropertyKey[] = [
    ...['then', 'catch', 'finally', 'toJSON', 'nodeType', 'tagName', 'length', 'name', 'prototype', 'inspect', 'asymmetricMatch'],
    ...['$$typeof', '@@iterator', '_isMockFunction', 'unknown', '', '0', 'SubmitPassword', 'submitpassword'],
    ...[Symbol.toPrimitive, Symbol.iterator, Symbol.asyncIterator, Symbol.toStringTag, Symbol.hasInstance],
  ];
  for (const name of asked) {
    it(`has no ${String(name)}`, () => {
      const { flow } = flowHarness();
      expect((flow.do as unknown as Record<PropertyKey, unknown>)[name]).to.equal(undefined);
      expect(flow.state.status).to.equal('idle');
    });
  }

  for (const name of ['constructor', 'hasOwnProperty', 'toString', 'valueOf', '__proto__', '__defineGetter__'] as const) {
    it(`has the ${name} of any object`, () => {
      const { flow } = flowHarness();
      expect(Reflect.get(flow.do, name)).to.equal(Reflect.get({}, name));
    });
  }

  it('can be awaited, listed, copied and serialized without running a command', async () => {
    const { flow } = flowHarness();
    expect(await (Promise.resolve(flow.do) as Promise<unknown>)).to.equal(flow.do);
    expect(JSON.stringify(flow.do)).to.equal('{}');
    expect({ ...flow.do }).to.deep.equal(flow.do);
    expect(flow.state.status).to.equal('idle');
  });
});
