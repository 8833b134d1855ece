import { expect } from '@open-wc/testing';
import { connectorName } from './connector-name.ts';

describe('The name of a connector', () => {
  it('is its own in every language, also in one that is called as what objects have', () => {
    for (const language of ['__proto__', 'constructor', 'toString', 'hasOwnProperty-x', '', '-']) {
      expect(connectorName({ en: 'Acme' }, 'acme', language), language).to.equal('Acme');
      expect(connectorName({}, 'acme', language), language).to.equal('acme');
    }
  });
});
