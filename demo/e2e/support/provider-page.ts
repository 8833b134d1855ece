import { companies } from '../../server/experience/companies.ts';
import type { Person } from './person.ts';
import { needs, onlyEmbedded } from './real-limits.ts';
import { until } from './until.ts';

/** Real servers reach the identity providers of the demo's companies, but not the simulated DingTalk, Alipay and Google. */
const isOfCompany = (name: string): boolean => /^(acme|globex)\b/i.test(name);

/** The consent page of a simulated provider: DingTalk, Alipay, Google or the identity provider of a company. */
export class ProviderPage {
  private readonly I: Person;

  constructor(I: Person) {
    this.I = I;
  }

  async see(provider: 'DingTalk' | 'Alipay' | 'Google' | 'Acme' | 'Globex'): Promise<void> {
    if (!isOfCompany(provider)) onlyEmbedded(needs.standIns);
    await this.I.see(`${provider} stand-in`);
    await this.I.seeHeading('Sign-in demo wants to sign you in');
  }

  /** @param person key of somebody in `demo/server/upstreams/people.ts` or `demo/server/experience/companies.ts` */
  async allowAs(person: string): Promise<void> {
    if (!isOfCompany(person)) onlyEmbedded(needs.standIns);
    // In a frame, styles may load late and move the element that is pressed.
    await until('the choice of a person', async () => {
      const choice = await this.I.query(`input[name=person][value=${person}]`);
      if (!(await choice?.evaluate((element) => element.ownerDocument.readyState === 'complete'))) return false;
      await choice?.click();
      return choice?.evaluate((element) => (element as HTMLInputElement).checked);
    });
    await this.I.press('Allow');
  }

  async cancel(): Promise<void> {
    const { pathname } = new URL(this.I.page.url());
    if (!Object.values(companies).some(({ host }) => pathname.startsWith(`/${host}/`))) onlyEmbedded(needs.standIns);
    await this.I.press('Cancel');
  }
}
