import createAliyunSms from '@logto/connector-aliyun-sms';
import { TemplateType } from '@logto/connector-kit';
import type { MessageConnector, Outbox } from '../ports.ts';
import type { UpstreamAccounts } from '../upstreams/accounts.ts';
import { withStandIns } from './upstream-routing.ts';

/** Sends SMS through the published Aliyun package, whose requests end at the stand-in on this loopback port. */
export const createSmsConnector = async (
  { templates, ...account }: UpstreamAccounts['aliyunSms'],
  standInPort: number,
): Promise<MessageConnector> => {
  const config = {
    ...account,
    templates: Object.entries(templates).map(([usageType, templateCode]) => ({ usageType, templateCode })),
  };
  const { sendMessage } = await createAliyunSms({ getConfig: async () => config });

  return {
    type: 'phone',
    async send({ to, usage, code, locale }) {
      const type = Object.values(TemplateType).find((known) => known === usage);
      if (!type) throw new Error(`There is no template for ${usage}.`);
      const payload = { code, ...(locale === undefined ? {} : { locale }) };
      await withStandIns(standInPort, () => sendMessage({ to, type, payload }));
    },
  };
};

/** Puts e-mails straight into the outbox: no e-mail provider is part of the demo. */
export const createEmailConnector = (outbox: Outbox): MessageConnector => ({
  type: 'email',
  async send({ to, usage, code }) {
    outbox.add({
      channel: 'email',
      to,
      usage,
      code,
      text: `Your verification code is ${code}. It is valid for 10 minutes.`,
      sentAt: Date.now(),
    });
  },
});
