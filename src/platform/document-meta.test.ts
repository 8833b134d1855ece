import { expect } from '@open-wc/testing';
import { browserDocumentMeta } from './document-meta.ts';

describe('title and icons of the page', () => {
  let page: Document;
  const icons = () => [...page.head.querySelectorAll<HTMLLinkElement>('link')].map(({ rel, href }) => [rel, href]);

  beforeEach(() => {
    page = document.implementation.createHTMLDocument('');
    page.head.insertAdjacentHTML('beforeend', '<link rel="icon" href="data:," />');
  });

  it('sets the title', () => {
    browserDocumentMeta(page).setTitle('Sign in');
    expect(page.title).to.equal('Sign in');
  });

  it('puts one icon for tabs and one for home screens in the place of the empty one, and changes them', () => {
    const meta = browserDocumentMeta(page);
    meta.setIcon('https://acme.example/light.ico');
    meta.setIcon('https://acme.example/dark.ico');
    expect(icons()).to.deep.equal([
      ['shortcut icon', 'https://acme.example/dark.ico'],
      ['apple-touch-icon', 'https://acme.example/dark.ico'],
    ]);
  });

  it('leaves the icon where the tenant has none', () => {
    browserDocumentMeta(page).setIcon(undefined);
    expect(icons()).to.deep.equal([['icon', 'data:,']]);
  });
});
