import { expect, fixture, html } from '@open-wc/testing';
import { setLanguage } from './language.ts';
import { interpolate, interpolateTags, plural } from './messages.ts';

const link = (inner: string) => ({ link: inner });
const span = (inner: string) => ({ span: inner });

describe('interpolate', () => {
  afterEach(async () => {
    await setLanguage({ language: 'en' });
  });

  it('puts values into their places', () => {
    expect(interpolate('Continue with {{name}}', { name: 'DingTalk' })).to.equal('Continue with DingTalk');
    expect(interpolate('{{ address }} {{- address}}', { address: 'a@b.c' })).to.equal('a@b.c a@b.c');
    expect(interpolate('{{min}} to {{max}}', { min: 4, max: 0 })).to.equal('4 to 0');
  });

  it('joins lists in the page’s language', async () => {
    const types = ['username', 'email', 'phone'];
    expect(interpolate('{{types, list(type: disjunction;)}}', { types })).to.equal('username, email, or phone');
    expect(interpolate('{{types, list}}', { types })).to.equal('username, email, and phone');
    expect(interpolate('{{types}}', { types: ['email'] })).to.equal('email');
    await setLanguage({ language: 'zh-CN' });
    expect(interpolate('{{types, list(type: disjunction;)}}', { types: ['邮箱', '手机号'] })).to.equal('邮箱或手机号');
    expect(interpolate('{{types, list(type: disjunction;), zhOrSpaces}}', { types: ['邮箱', '手机号'] })).to.equal(
      '邮箱 或 手机号',
    );
  });

  it('formats numbers where the phrase says so', async () => {
    expect(interpolate('{{step, number}}', { step: 1200 })).to.equal('1,200');
    expect(interpolate('{{step}}', { step: 1200 })).to.equal('1200');
    await setLanguage({ language: 'de' });
    expect(interpolate('{{step, number}}', { step: 1200 })).to.equal('1.200');
  });

  it('survives the malformed formatters of real phrases', () => {
    const types = ['a', 'b'];
    expect(interpolate('{{types, lista(type: złączonych;)}}', { types })).to.equal('a and b');
    expect(interpolate('{{types，list(type：disjunction;)，zhOrSpaces}}', { types })).to.equal('a or b');
    expect(interpolate('{{list,list}}', { list: types })).to.equal('a and b');
    expect(interpolate('{{step, list}} {{name, number}} {{name, §$%(}}', { step: 2, name: 'x' })).to.equal('2 x x');
    expect(interpolate('{{}} {{ }} {{name', { name: 'x' })).to.equal('{{}} {{ }} {{name');
  });

  it('leaves out what has no value, inherited names included', () => {
    expect(interpolate('[{{name}}{{constructor}}{{gone}}]', { gone: undefined })).to.equal('[]');
  });

  it('never reads a value for places', () => {
    expect(interpolate('{{name}} {{other}}', { name: '{{other}} $& <b>', other: 'x' })).to.equal('{{other}} $& <b> x');
  });

  it('does not let a value change the direction of the text around it', async () => {
    expect(interpolate('Authorize {{name}}!', { name: '\u202eevil\u2069' })).to.equal('Authorize evil!');
    expect(interpolate('{{name}}: 5', { name: 'שלום' })).to.equal('\u2068שלום\u2069: 5');
    await setLanguage({ language: 'ar' });
    expect(interpolate('{{to}}', { to: '+86 138' })).to.equal('\u2068+86 138\u2069');
    expect(interpolate('{{count}}', { count: 5 })).to.equal('5');
  });

  it('works in languages Intl does not know', async () => {
    await setLanguage({ language: 'x-klingon' });
    expect(interpolate('{{items, list}} {{n, number}}', { items: ['a', 'b'], n: 1 })).to.equal('a and b 1');
  });
});

describe('interpolateTags', () => {
  it('hands the inner text of each tag to its function', () => {
    expect(interpolateTags('Agree to the <link></link>.', {}, { link })).to.deep.equal(['Agree to the ', { link: '' }, '.']);
    expect(interpolateTags('<link>Resend</link> or <link>wait</link>', {}, { link })).to.deep.equal([
      { link: 'Resend' },
      ' or ',
      { link: 'wait' },
    ]);
    expect(interpolateTags('See <link/>', {}, { link })).to.deep.equal(['See ', { link: '' }]);
  });

  it('fills values outside and inside tags', () => {
    const text = '{{name}}: resend after <span>{{seconds}}</span> s, <link>{{name}}</link>';
    expect(interpolateTags(text, { name: 'SMS', seconds: 59 }, { link, span })).to.deep.equal([
      'SMS: resend after ',
      { span: '59' },
      ' s, ',
      { link: 'SMS' },
    ]);
  });

  it('shows unknown and broken tags as text, and known ones inside them', () => {
    expect(interpolateTags('<b>Agree</b> to <x><link>it</link></x> </link>', {}, { link })).to.deep.equal([
      '<b>Agree</b> to <x>',
      { link: 'it' },
      '</x> </link>',
    ]);
  });

  it('never reads values for tags', async () => {
    const parts = interpolateTags(
      'Hi {{name}}, <link>go</link>',
      { name: '<link>x</link><img src=x onerror=alert(1)>' },
      {
        link: (inner) => html`<a href="#">${inner}</a>`,
      },
    );
    const element = await fixture(html`<p>${parts}</p>`);
    expect(element.textContent).to.equal('Hi <link>x</link><img src=x onerror=alert(1)>, go');
    expect(element.querySelectorAll('*').length).to.equal(1);
  });

  it('brings back a tag that a customised phrase lost', () => {
    expect(interpolateTags('Please agree.', {}, { link })).to.deep.equal(['Please agree.', ' ', { link: '' }]);
  });

  it('is plain text without tags', () => {
    expect(interpolateTags('Hi {{name}} <></> <br>', { name: 'A' }, {})).to.deep.equal(['Hi A <></> <br>']);
  });
});

describe('plural', () => {
  const forms = {
    one: '{{count}} one',
    two: '{{count}} two',
    few: '{{count}} few',
    many: '{{count}} many',
    other: '{{count}} other',
  };

  afterEach(async () => {
    await setLanguage({ language: 'en' });
  });

  it('picks the form of the page’s language', async () => {
    expect([1, 2, 5].map((count) => plural(count, forms))).to.deep.equal(['1 one', '2 other', '5 other']);
    await setLanguage({ language: 'ar' });
    expect([1, 2, 3, 11, 100].map((count) => plural(count, forms))).to.deep.equal([
      '1 one',
      '2 two',
      '3 few',
      '11 many',
      '100 other',
    ]);
    await setLanguage({ language: 'zh-CN' });
    expect(plural(1, forms)).to.equal('1 other');
  });

  it('falls back to “other” and fills further values', async () => {
    await setLanguage({ language: 'ar' });
    expect(plural(3, { other: '{{count}} {{what}}' }, { what: 'x' })).to.equal('3 \u2068x\u2069');
  });
});
