import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Outbox } from '../ports.ts';
import type { UpstreamAccounts } from './accounts.ts';

type Parameters = Readonly<Record<string, string>>;

/** Percent-encoding of RFC 3986, which also escapes `!'()*`. */
const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** HMAC-SHA1 over the sorted parameters. Source: Alibaba Cloud, "RPC signature method 1.0". */
const signatureOf = (parameters: Parameters, secret: string): string => {
  const canonical = Object.entries(parameters)
    .filter(([name]) => name !== 'Signature')
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .sort()
    .join('&');
  return createHmac('sha1', `${secret}&`)
    .update(`POST&%2F&${percentEncode(canonical)}`)
    .digest('base64');
};

const isSame = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));

const readCode = (templateParam: string | undefined): string | undefined => {
  try {
    const { code } = JSON.parse(templateParam ?? '') as { code?: unknown };
    return typeof code === 'string' ? code : undefined;
  } catch {
    return undefined;
  }
};

/** A refusal: errors of the API gateway have a 4xx status, business errors come with 200. */
interface Refusal {
  readonly status: 200 | 400 | 404;
  readonly code: string;
  readonly message: string;
}

const maxAge = 15 * 60 * 1000;

/**
 * Stands in for Aliyun's short message service. Delivers to the outbox.
 *
 * Checks what the real one checks: access key, signature, age (15 minutes), nonce, sign name, template code, number, template
 * parameters. Numbers that end in 0429 have had too many messages.
 * Source: help.aliyun.com, `SendSms` (2017-05-25) and its error codes.
 */
export const createAliyunSms = (account: UpstreamAccounts['aliyunSms'], outbox: Outbox) => {
  const seenNonces = new Set<string>();
  const app = new Hono();

  const gatewayRefusal = (parameters: Parameters): Refusal | undefined => {
    if (parameters['AccessKeyId'] !== account.accessKeyId) {
      return { status: 404, code: 'InvalidAccessKeyId.NotFound', message: 'Specified access key is not found.' };
    }
    if (!isSame(parameters['Signature'] ?? '', signatureOf(parameters, account.accessKeySecret))) {
      return { status: 400, code: 'SignatureDoesNotMatch', message: 'The signature does not match.' };
    }
    if (!(Math.abs(Date.now() - Date.parse(parameters['Timestamp'] ?? '')) < maxAge)) {
      return { status: 400, code: 'InvalidTimeStamp.Expired', message: 'The time stamp is out of date.' };
    }
    if (seenNonces.has(parameters['SignatureNonce'] ?? '')) {
      return { status: 400, code: 'SignatureNonceUsed', message: 'The nonce was used before.' };
    }
    if (parameters['Action'] !== 'SendSms' || parameters['Version'] !== '2017-05-25') {
      return { status: 404, code: 'InvalidAction.NotFound', message: 'There is no such action.' };
    }
    return undefined;
  };

  const businessRefusal = (parameters: Parameters, usage: string | undefined): Refusal | undefined => {
    const phone = parameters['PhoneNumbers'] ?? '';
    if (parameters['SignName'] !== account.signName) {
      return { status: 200, code: 'isv.SMS_SIGNATURE_ILLEGAL', message: 'The sign name is not registered.' };
    }
    if (!usage) return { status: 200, code: 'isv.SMS_TEMPLATE_ILLEGAL', message: 'The template is not registered.' };
    if (!/^\+?\d{5,20}$/.test(phone)) {
      return { status: 200, code: 'isv.MOBILE_NUMBER_ILLEGAL', message: 'The number is not valid.' };
    }
    if (phone.endsWith('0429')) {
      return { status: 200, code: 'isv.BUSINESS_LIMIT_CONTROL', message: 'Too many messages to this number.' };
    }
    if (readCode(parameters['TemplateParam']) === undefined) {
      return { status: 200, code: 'isv.TEMPLATE_MISSING_PARAMETERS', message: 'The template needs a code.' };
    }
    return undefined;
  };

  app.post('/dysmsapi.aliyuncs.com/', async (context) => {
    const parameters = Object.fromEntries(new URLSearchParams(await context.req.text()));
    const usage = Object.entries(account.templates).find(([, code]) => code === parameters['TemplateCode'])?.[0];
    const refusal = gatewayRefusal(parameters) ?? businessRefusal(parameters, usage);
    const requestId = crypto.randomUUID().toUpperCase();
    if (refusal) {
      return context.json({ Code: refusal.code, Message: refusal.message, RequestId: requestId }, refusal.status);
    }

    seenNonces.add(parameters['SignatureNonce'] ?? '');
    const code = readCode(parameters['TemplateParam']) ?? '';
    outbox.add({
      channel: 'sms',
      to: parameters['PhoneNumbers'] ?? '',
      usage: usage ?? '',
      code,
      text: `【${account.signName}】Your verification code is ${code}. It is valid for 10 minutes.`,
      sentAt: Date.now(),
    });
    return context.json({ Code: 'OK', Message: 'OK', BizId: crypto.randomUUID(), RequestId: requestId });
  });

  return app;
};
