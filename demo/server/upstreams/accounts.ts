import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** What the demo's operator got when registering at the providers. Connectors hold one half, the stand-ins check it. */
export interface UpstreamAccounts {
  readonly dingtalk: { readonly clientId: string; readonly clientSecret: string };
  /** RSA keys as PEM. The provider knows the public one only. */
  readonly alipay: { readonly appId: string; readonly privateKey: string; readonly publicKey: string };
  /** Its tokens are signed by the one key and verified by the other. */
  readonly google: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly signingKey: KeyObject;
    readonly verificationKey: KeyObject;
  };
  readonly aliyunSms: {
    readonly accessKeyId: string;
    readonly accessKeySecret: string;
    readonly signName: string;
    /** Template code by what a message is for. */
    readonly templates: Readonly<Record<string, string>>;
  };
}

const smsUsages = [
  'SignIn',
  'Register',
  'ForgotPassword',
  'Generic',
  'BindNewIdentifier',
  'UserPermissionValidation',
  'MfaVerification',
  'BindMfa',
] as const;

/** Registers afresh: every start of the demo has its own secrets and keys, so that none is ever written down. */
export const createUpstreamAccounts = (): UpstreamAccounts => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });

  const google = generateKeyPairSync('rsa', { modulusLength: 2048 });

  return {
    dingtalk: { clientId: 'dingdemo0001', clientSecret: randomBytes(24).toString('hex') },
    google: {
      clientId: 'sign-in-demo.apps.googleusercontent.com',
      clientSecret: randomBytes(24).toString('hex'),
      signingKey: google.privateKey,
      verificationKey: google.publicKey,
    },
    alipay: { appId: '2021000000000001', privateKey, publicKey },
    aliyunSms: {
      accessKeyId: 'LTAIdemo0001',
      accessKeySecret: randomBytes(15).toString('hex'),
      signName: 'Example',
      templates: Object.fromEntries(smsUsages.map((usage, index) => [usage, `SMS_${String(100_001 + index)}`])),
    },
  };
};
