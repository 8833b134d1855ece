import { expect } from '@open-wc/testing';
import { loadMessages, readCode } from './read-code.ts';

type Case = readonly [text: string, code: string, length?: number];

describe('reading a one-time code', () => {
  before(loadMessages);

  const certain: readonly Case[] = [
    ['123456', '123456'],
    [' 123456\n', '123456'],
    ['123 456', '123456'],
    ['123-456', '123456'],
    ['123–456', '123456'],
    ['123—456', '123456'],
    ['123\u2212456', '123456'],
    ['123\u2011456', '123456'],
    ['123\u00a0456', '123456'],
    ['123\u202f456', '123456'],
    ['123\u2009456', '123456'],
    ['123\u3000456', '123456'],
    ['123\u00ad456', '123456'],
    ['\u200e123456\u200f', '123456'],
    ['123\n456', '123456'],
    [' 1 2 3 4 5 6\n', '123456'],
    ['12 34 56', '123456'],
    ['G-123456', '123456'],
    ['１２３４５６', '123456'],
    ['１２３－４５６', '123456'],
    ['١٢٣٤٥٦', '123456'],
    ['۱۲۳ ۴۵۶', '123456'],
    ['१२३४५६', '123456'],
    ['๑๒๓๔๕๖', '123456'],
    ['𝟏𝟐𝟑𝟒𝟓𝟔', '123456'],
    ['@example.com #123456', '123456'],
    ['Your code is 123456.\n\n@example.com #123456', '123456'],
    ['Order 654321\n@login.example.com #123456 %frame.example', '123456'],
    ['123', '123'],
    ['1', '1'],
    ['1234', '1234', 4],
    ['1234-5678', '12345678', 8],
  ];
  for (const [text, code, length = 6] of certain) {
    it(`reads ${code} in ${JSON.stringify(text)}`, () => {
      expect(readCode(text, length)).to.deep.equal({ code, certain: true });
    });
  }

  const guessed: readonly Case[] = [
    ['2026-11-30 10:15 Acme: your sign-in code is 482913', '482913'],
    ['call 400-820-8820, code 482913', '482913'],
    ['2-step code 123–456', '123456'],
    ['Your code is 123 456', '123456'],
    ['123456 is your code. It is valid for 10 minutes.', '123456'],
    ['Valid 10 minutes: 123456', '123456'],
    ['2FA code 654321', '654321'],
    ['G-482913 is your Google verification code.', '482913'],
    ['Code: 482913 (expires 11/30/2026 10:15)', '482913'],
    ['30.11.2026 10:15: code 482 913', '482913'],
    ['Ref 991122. Your code is 482913', '482913'],
    ['482913 is your Acme code. Ref 991122', '482913'],
    ['Order 482910: your code is 113 355', '113355'],
    ['Your order #482910 ships soon. Use code 113355 to sign in.', '113355'],
    ['Acme: $482913 was paid. Code 551200', '551200'],
    ['Payment of 482913 USD. To confirm enter 551200', '551200'],
    ['482913 OTP for your login', '482913'],
    ['Acct ending 991234: OTP 482913. Never share it.', '482913'],
    ['482913 https://acme.example/v/123456', '482913'],
    ['https://acme.example/123456 or enter 482913', '482913'],
    ['Call +1 202 555 0123. Code 482-913', '482913'],
    ['Code 482913 10 minutes', '482913'],
    ['Your code 482 913 10 minutes', '482913'],
    ['Account 400820 has code 4 8 2 9 1 3', '482913'],
    ['【阿里云】验证码654321，请勿泄露', '654321'],
    ['【Acme】您的验证码是：482913，5分钟内有效。客服电话400-820-8820', '482913'],
    ['【Acme】验证码482913，15分钟内有效', '482913'],
    ['尾号991234的账户，验证码482913', '482913'],
    ['【Acme】驗證碼 482913，訂單 110022', '482913'],
    ['認証コード：４８２９１３（有効期限10分）', '482913'],
    ['[Acme] 인증번호 482913 를 입력하세요', '482913'],
    ['Код: 482913. Заказ 110022', '482913'],
    ['Заказ 110022, код подтверждения 482-913', '482913'],
    ['Ihr Bestätigungscode lautet 482913. Gültig bis 30.11.2026 10:15', '482913'],
    ['Bestellung 110022: Ihr Code ist 482913', '482913'],
    ['Tu código de verificación es 482 913', '482913'],
    ['Votre code de vérification : 482 913. Ne le partagez pas.', '482913'],
    ['Il tuo codice è 482913', '482913'],
    ['Seu código é 482913. Válido por 5 min.', '482913'],
    ['Twój kod: 482913', '482913'],
    ['رمز التحقق الخاص بك هو ٤٨٢٩١٣', '482913'],
    ['طلب ١١٠٠٢٢: رمز الدخول ٤٨٢٩١٣', '482913'],
    ['کد ورود شما: ۴۸۲۹۱۳', '482913'],
    ['आपका कोड ४८२९१३ है', '482913'],
    ['รหัสของคุณคือ 482913', '482913'],
    ['Mã của bạn là 482913', '482913'],
    ['Am 30.11.2026 um 10:15 Uhr: Ihr Code 4829', '4829', 4],
    ['In 10 minutes 1234 expires', '1234', 4],
    ['© 2026 Acme. Your PIN is 4829', '4829', 4],
    ['20261130: your code is 48291355', '48291355', 8],
    ['2026-11-30 code 4829-1355', '48291355', 8],
    // Digits that may be a date are uncertain.
    ['30-11-26', '301126'],
    ['2026/11/30 10:15:30 code=482913', '482913'],
    ['otp=482913&ref=991122', '482913'],
    ['Παραγγελία 110022 κωδικός 482913', '482913'],
    ['Ο κωδικός σας είναι 482913', '482913'],
    ['Sipariş 110022 şifreniz 482913', '482913'],
    ['Acme (Ticket 110022): 482913', '482913'],
    ['Order no. 991122: the code is 482913', '482913'],
    ['482913 is the OTP for a payment of INR 250000', '482913'],
    ['Pay RM 250000 by 482913', '482913'],
    ['12a3', '123'],
    ['1234567890', '123456'],
  ];
  for (const [text, code, length = 6] of guessed) {
    it(`guesses ${code} in ${JSON.stringify(text)}`, () => {
      expect(readCode(text, length)).to.deep.equal({ code, certain: false });
    });
  }

  const none: readonly Case[] = [
    ['', ''],
    ['no code', ''],
    ['Your code will be sent at 10:15 on 2026-11-30', ''],
    ['Meet me on 30.11.2026 at 10:15', ''],
    ['Please call 400-820-8820 today', ''],
    ['Call +86 138 0000 0001 for help', ''],
    ['You paid $482913.00 to Acme', ''],
    ['It costs 482913,50 EUR in total', ''],
    ['It costs 482913 EUR in total', ''],
    ['See https://acme.example/482913 for more', ''],
    ['Write to jo482913@example.com please', ''],
    ['Valid for 10 minutes only', ''],
    ['@example.com #1234567', ''],
  ];
  for (const [text, code, length = 6] of none) {
    it(`finds none in ${JSON.stringify(text)}`, () => {
      expect(readCode(text, length)).to.deep.equal({ code, certain: false });
    });
  }
});
