import { expect } from '@open-wc/testing';
import { css } from 'lit';
import { installFallback } from './install-fallback.ts';

const layers = ['sie.base', 'sie.page'];
const page = css`
  @layer sie.page {
    .sie-sample {
      color: rgb(1, 2, 3);
    }
  }
`;
const base = css`
  @layer sie.base {
    .sie-sample {
      color: rgb(9, 9, 9);
      padding-block-start: 5px;
    }
  }
`;

describe('install fallback', () => {
  const root = () => {
    const host = document.body.appendChild(document.createElement('div'));
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<style>.sie-sample { padding-block-start: 6px }</style><p class="sie-sample">A</p>';
    return { shadow, look: () => getComputedStyle(shadow.querySelector('p')!), done: () => host.remove() };
  };

  it('keeps the order of the layers, whatever is installed first, and lets the styles of the page win', () => {
    const { shadow, look, done } = root();
    installFallback(shadow, [page], layers);
    installFallback(shadow, [base], layers);
    expect(look().color).to.equal('rgb(1, 2, 3)');
    expect(look().paddingBlockStart).to.equal('6px');
    expect([...shadow.querySelectorAll('style')].map(({ textContent }) => textContent).join()).not.to.contain('@layer');
    done();
  });
});
