/**
 * The people who have accounts at the stand-ins. Fixed ids, so that a person who signed in once is known the next time.
 * Their phone numbers and e-mail addresses are reserved for fiction or belong to example.com.
 */
export interface Person {
  /** Names the person in a consent form. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  /** Digits without country code. */
  readonly mobile: string;
  /** DingTalk's id of a person across the apps of one developer. */
  readonly unionId: string;
  /** 16 digits starting with 2088. */
  readonly alipayUserId: string;
  /** Google's id of a person. */
  readonly googleId: string;
}

export const people: readonly Person[] = [
  {
    key: 'lin',
    name: 'Lin Xiaoyu',
    email: 'lin.xiaoyu@example.com',
    mobile: '13800000001',
    unionId: 'union-lin-0001',
    alipayUserId: '2088000000000001',
    googleId: '100000000000000000001',
  },
  {
    key: 'chen',
    name: '陈思远',
    email: 'chen.siyuan@example.com',
    mobile: '13800000002',
    unionId: 'union-chen-0002',
    alipayUserId: '2088000000000002',
    googleId: '100000000000000000002',
  },
  {
    key: 'newcomer',
    name: 'Newcomer',
    email: 'newcomer@example.com',
    mobile: '13800000003',
    unionId: 'union-newcomer-0003',
    alipayUserId: '2088000000000003',
    googleId: '100000000000000000003',
  },
  {
    key: 'maria',
    name: 'María Example',
    email: 'maria@example.com',
    mobile: '13800000006',
    unionId: 'union-maria-0006',
    alipayUserId: '2088000000000006',
    googleId: '100000000000000000006',
  },
];

export const findPerson = (key: unknown): Person | undefined => people.find((person) => person.key === key);
