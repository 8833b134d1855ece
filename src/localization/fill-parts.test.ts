import { expect, fixture, html } from '@open-wc/testing';
import { fillParts } from './fill-parts.ts';

const link = (inner: string) => ({ link: inner });
const span = (inner: string) => ({ span: inner });

describe('fillParts', () => {
  it('hands the inner text of each tag to its function', () => {
    expect(fillParts('Agree to the <link></link>.', {}, { link })).to.deep.equal(['Agree to the ', { link: '' }, '.']);
    expect(fillParts('<link>Resend</link> or <link>wait</link>', {}, { link })).to.deep.equal([
      { link: 'Resend' },
      ' or ',
      { link: 'wait' },
    ]);
    expect(fillParts('See <link/>', {}, { link })).to.deep.equal(['See ', { link: '' }]);
  });

  it('fills values outside and inside tags', () => {
    const text = '{{name}}: resend after <span>{{seconds}}</span> s, <link>{{name}}</link>';
    expect(fillParts(text, { name: 'SMS', seconds: 59 }, { link, span })).to.deep.equal([
      'SMS: resend after ',
      { span: '59' },
      ' s, ',
      { link: 'SMS' },
    ]);
  });

  it('shows unknown and broken tags as text, and known ones inside them', () => {
    expect(fillParts('<b>Agree</b> to <x><link>it</link></x> </link>', {}, { link })).to.deep.equal([
      '<b>Agree</b> to <x>',
      { link: 'it' },
      '</x> </link>',
    ]);
  });

  it('never reads values for tags', async () => {
    const parts = fillParts(
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
    expect(fillParts('Please agree.', {}, { link })).to.deep.equal(['Please agree.', ' ', { link: '' }]);
  });

  it('is plain text without tags', () => {
    expect(fillParts('Hi {{name}} <></> <br>', { name: 'A' }, {})).to.deep.equal(['Hi A <></> <br>']);
  });
});
