/** Digits that may be the code, with their position. */
interface Candidate {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** Score before the surrounding words are considered. */
  readonly rank: number;
}

/** A run of digits and its separator from the next run: a dash or a space, `''` for anything else. */
interface Run {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly joint: string;
}

/** Words for codes, and words for other numbers, in many languages; at the start of a word in languages with spaces. */
const aboutCodes =
  /code|c[oó]d[ií]|\bk[oó]d|код|парол|\bpin\b|\botp\b|token|passw|verif|验证|驗證|校验|动态|認証|コード|인증|코드|رمز|كود|کد|קוד|कोड|รหัส|\bmã\b|κωδικ|şifre/giu;
const aboutOthers =
  /\bref|order|ticket|παραγγελ|sipariş|account|\bacct|\bcard|\bcall|\bphone|\btel\b|尾号|订单|訂單|账|电话|注文|주문|заказ|сч[её]т|bestell|konto|pedido|commande|طلب|حساب/giu;
const money =
  /^(?:[.,]\d{1,2})? ?(?:\p{Sc}|%|(?:USD|EUR|GBP|CNY|RMB|JPY|INR|RUB|SAR|AED|dollars?|euros?)(?![a-z])|元|円|원|руб|ريال|درهم)/iu;

const moneyBefore = /(?:\b(?:USD|EUR|GBP|CNY|RMB|JPY|INR|RUB|SAR|AED|Rs\.?|RM)|人民币|\p{Sc}) ?$/iu;

/** Distance within which a word is about a number, in characters. */
const reach = 40;

/**
 * Guesses which digits of a message are the code: preferably an unbroken run of `length` digits, otherwise groups of digits; not dates,
 * times, amounts and phone numbers. Of several candidates, the surrounding words decide.
 * @param message plain text with ASCII digits, see `readCode`
 */
export function codeInMessage(message: string, length: number): string | undefined {
  const runs = runsIn(message.replace(/(?:https?:\/\/|www\.)\S*/gi, (url) => '_'.repeat(url.length)));
  const candidates = [...unbroken(runs, message, length), ...grouped(runs, message, length)].sort((a, b) => a.start - b.start);
  const scored = candidates.map((it, index) => {
    const from = candidates[index - 1]?.end ?? 0;
    const to = candidates[index + 1]?.start ?? message.length;
    return { code: it.code, score: it.rank + wordsAround(it, message, from, to) };
  });
  const most = Math.max(...scored.map(({ score }) => score));
  return scored.find(({ score }) => score === most)?.code;
}

function runsIn(message: string): readonly Run[] {
  return [...message.matchAll(/\d+/g)].map(({ 0: digits, index: start }) => {
    const end = start + digits.length;
    const [, joint = ''] = /^([ -])\d/.exec(message.slice(end, end + 2)) ?? [];
    return { digits, start, end, joint };
  });
}

function unbroken(runs: readonly Run[], message: string, length: number): readonly Candidate[] {
  return runs.flatMap(({ digits, start, end, joint }, index) => {
    if (digits.length !== length || joint === '-' || runs[index - 1]?.joint === '-' || isOther(message, start, end)) return [];
    const isDay = length === 4 ? /^(?:19|20)/ : length === 8 ? /^(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d$/ : undefined;
    const isPartOfWord = /[a-z]/i.test(message.charAt(start - 1) + message.charAt(end));
    return [{ code: digits, start, end, rank: 5 - (isDay?.test(digits) ? 2 : 0) - (isPartOfWord ? 1 : 0) }];
  });
}

/** Groups of equal size, or a complete chain of groups; never a part of groups that are joined by dashes. */
function grouped(runs: readonly Run[], message: string, length: number): readonly Candidate[] {
  return runs.flatMap((first, index) => {
    const group: Run[] = [];
    let code = '';
    for (const run of runs.slice(index, index + length)) {
      group.push(run);
      code += run.digits;
      if (code.length >= length || !run.joint) break;
    }
    const last = group.at(-1) ?? first;
    if (group.length < 2 || code.length !== length) return [];
    const [before = '', after] = [runs[index - 1]?.joint, last.joint];
    const joints = new Set(group.slice(0, -1).map(({ joint }) => joint));
    const isWhole = !before && !after;
    const isEven = new Set(group.map(({ digits }) => digits.length)).size === 1;
    if (joints.size > 1 || before === '-' || after === '-' || (!isWhole && !isEven)) return [];
    if (isDay(group) || isOther(message, first.start, last.end)) return [];
    return [{ code, start: first.start, end: last.end, rank: isWhole ? 0 : -2 }];
  });
}

/** `11-30-26`, `2026-11`, `30-11-2026`. */
const isDay = (group: readonly Run[]): boolean =>
  group[0]?.joint === '-' && (group.length === 3 || group.some(({ digits }) => /^(?:19|20)\d\d$/.test(digits)));

/** Whether the digits are part of a date, a time, an amount, a phone number or an address. */
function isOther(message: string, start: number, end: number): boolean {
  const before = message.slice(Math.max(0, start - 5), start);
  const after = message.slice(end, end + 12);
  return /(?:\d[.:/]|[+/&@])$/.test(before) || moneyBefore.test(before) || /^(?:[.:/]\d|@)/.test(after) || money.test(after);
}

/** Score for words of the same sentence that are not about another candidate: the nearest before the number, otherwise one after it. */
function wordsAround({ start, end }: Candidate, message: string, from: number, to: number): number {
  // A dot before a number ends no sentence: `Ref no. 991122`.
  const sentence = /[!?;\n]|\.(?: (?!\d)|$)/;
  const before =
    message
      .slice(Math.max(start - reach, Math.min(from, start)), start)
      .split(sentence)
      .at(-1) ?? '';
  const after = message.slice(end, Math.min(end + reach, Math.max(to, end))).split(sentence)[0] ?? '';
  const code = lastIndex(before, aboutCodes);
  const other = lastIndex(before, aboutOthers);
  if (code !== other) return code > other ? 4 : -4;
  return lastIndex(after, aboutCodes) >= 0 ? 3 : 0;
}

const lastIndex = (text: string, words: RegExp): number => [...text.matchAll(words)].at(-1)?.index ?? -1;
