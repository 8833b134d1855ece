import { expect } from '@open-wc/testing';
import { fill } from './fill.ts';
import { setLanguage } from './language.ts';

describe('fill', () => {
  afterEach(async () => {
    await setLanguage({ language: 'en' });
  });

  it('puts values into their places', () => {
    expect(fill('Continue with {{name}}', { name: 'DingTalk' })).to.equal('Continue with DingTalk');
    expect(fill('{{ address }} {{- address}}', { address: 'a@b.c' })).to.equal('a@b.c a@b.c');
    expect(fill('{{min}} to {{max}}', { min: 4, max: 0 })).to.equal('4 to 0');
  });

  it('joins lists in the page’s language', async () => {
    const types = ['username', 'email', 'phone'];
    expect(fill('{{types, list(type: disjunction;)}}', { types })).to.equal('username, email, or phone');
    expect(fill('{{types, list}}', { types })).to.equal('username, email, and phone');
    expect(fill('{{types}}', { types: ['email'] })).to.equal('email');
    await setLanguage({ language: 'zh-CN' });
    expect(fill('{{types, list(type: disjunction;)}}', { types: ['邮箱', '手机号'] })).to.equal('邮箱或手机号');
    expect(fill('{{types, list(type: disjunction;), zhOrSpaces}}', { types: ['邮箱', '手机号'] })).to.equal('邮箱 或 手机号');
  });

  it('formats numbers where the phrase says so', async () => {
    expect(fill('{{step, number}}', { step: 1200 })).to.equal('1,200');
    expect(fill('{{step}}', { step: 1200 })).to.equal('1200');
    await setLanguage({ language: 'de' });
    expect(fill('{{step, number}}', { step: 1200 })).to.equal('1.200');
  });

  it('survives the malformed formatters of real phrases', () => {
    const types = ['a', 'b'];
    expect(fill('{{types, lista(type: złączonych;)}}', { types })).to.equal('a and b');
    expect(fill('{{types，list(type：disjunction;)，zhOrSpaces}}', { types })).to.equal('a or b');
    expect(fill('{{list,list}}', { list: types })).to.equal('a and b');
    expect(fill('{{step, list}} {{name, number}} {{name, §$%(}}', { step: 2, name: 'x' })).to.equal('2 x x');
    expect(fill('{{}} {{ }} {{name', { name: 'x' })).to.equal('{{}} {{ }} {{name');
  });

  it('leaves out what has no value, inherited names included', () => {
    expect(fill('[{{name}}{{constructor}}{{gone}}]', { gone: undefined })).to.equal('[]');
  });

  it('never reads a value for places', () => {
    expect(fill('{{name}} {{other}}', { name: '{{other}} $& <b>', other: 'x' })).to.equal('{{other}} $& <b> x');
  });

  it('does not let a value change the direction of the text around it', async () => {
    expect(fill('Authorize {{name}}!', { name: '\u202eevil\u2069' })).to.equal('Authorize evil!');
    expect(fill('{{name}}: 5', { name: 'שלום' })).to.equal('\u2068שלום\u2069: 5');
    await setLanguage({ language: 'ar' });
    expect(fill('{{to}}', { to: '+86 138' })).to.equal('\u2068+86 138\u2069');
    expect(fill('{{count}}', { count: 5 })).to.equal('5');
  });

  it('works in languages Intl does not know', async () => {
    await setLanguage({ language: 'x-klingon' });
    expect(fill('{{items, list}} {{n, number}}', { items: ['a', 'b'], n: 1 })).to.equal('a and b 1');
  });
});
