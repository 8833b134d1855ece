import { createSign, createVerify } from 'node:crypto';

const algorithms: Readonly<Record<string, string>> = { RSA: 'RSA-SHA1', RSA2: 'RSA-SHA256' };

/** Whether the app that owns the public key signed these parameters. Source: opendocs.alipay.com, "Verify a signature yourself". */
export const isSignedByApp = (parameters: Readonly<Record<string, string>>, publicKey: string): boolean => {
  const algorithm = algorithms[parameters['sign_type'] ?? ''];
  const signature = parameters['sign'];
  if (!algorithm || !signature) return false;

  const content = Object.entries(parameters)
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
  return createVerify(algorithm).update(content, 'utf8').verify(publicKey, signature, 'base64');
};

/** Alipay signs the JSON text of the answer with its own key. */
export const signAnswer = (answer: object, privateKey: string): string =>
  createSign('RSA-SHA256').update(JSON.stringify(answer), 'utf8').sign(privateKey, 'base64');
