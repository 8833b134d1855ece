import { readFileSync } from 'node:fs';
import createAlipayNative from '@logto/connector-alipay-native';
import createAlipayWeb from '@logto/connector-alipay-web';
import createDingtalkWeb from '@logto/connector-dingtalk-web';
import type { ConnectorSession, CreateConnector, SocialConnector as PackagedConnector } from '@logto/connector-kit';
import type { SocialConnector } from '../ports.ts';
import type { UpstreamAccounts } from '../upstreams/accounts.ts';
import { createGoogleConnector } from './google-connector.ts';
import { toStandInAddress } from './stand-in-address.ts';
import { withStandIns } from './upstream-routing.ts';

/** Where the stand-ins are reached: by the server on a loopback port, by the browser under an origin. */
export interface StandIns {
  readonly port: number;
  readonly origin: string;
}

interface Registration {
  /** Database id at a real server; part of callback addresses. */
  readonly id: string;
  readonly packageName: string;
  readonly create: CreateConnector<PackagedConnector>;
  readonly config: object;
  readonly platform?: SocialConnector['platform'];
}

/** The real server inlines the logo that a package ships. */
const readLogo = (packageName: string, logo: string): string => {
  const entry = import.meta.resolve(packageName);
  const svg = readFileSync(new URL(`../${logo}`, entry));
  return `data:image/svg+xml;base64,${svg.toString('base64')}`;
};

const createSocialConnector = async (registration: Registration, standIns: StandIns): Promise<SocialConnector> => {
  const { id, packageName, create, config, platform } = registration;
  const { metadata, getAuthorizationUri, getUserInfo } = await create({ getConfig: async () => config });

  return {
    id,
    target: metadata.target,
    platform: platform ?? metadata.platform,
    name: Object.fromEntries(Object.entries(metadata.name).filter(([, name]) => name !== undefined)),
    logo: readLogo(packageName, metadata.logo),
    logoDark: metadata.logoDark ?? null,
    async getAuthorizationUri(request, saveSession) {
      const address = await getAuthorizationUri(
        { ...request, connectorId: id, connectorFactoryId: metadata.id, jti: '', headers: {} },
        async (session) => saveSession(session),
      );
      return toStandInAddress(address, standIns.origin);
    },
    getUserInfo: (data, readSession) =>
      withStandIns(standIns.port, () => getUserInfo(data, async () => (readSession() ?? {}) as ConnectorSession)),
  };
};

/** The social connectors of the demo: published packages and one of our own, configured with the operator's accounts at the stand-ins. */
export const createSocialConnectors = async (
  { dingtalk, alipay, google }: UpstreamAccounts,
  standIns: StandIns,
): Promise<readonly SocialConnector[]> => {
  const { appId, privateKey } = alipay;
  const registrations: readonly Registration[] = [
    { id: 'dingtalk-web', packageName: '@logto/connector-dingtalk-web', create: createDingtalkWeb, config: dingtalk },
    // The same package once more as Universal, since no package that we use is: it shows how web views open the system browser.
    {
      id: 'dingtalk-universal',
      packageName: '@logto/connector-dingtalk-web',
      create: createDingtalkWeb,
      config: dingtalk,
      platform: 'Universal',
    },
    {
      id: 'alipay-web',
      packageName: '@logto/connector-alipay-web',
      create: createAlipayWeb,
      config: { appId, privateKey, signType: 'RSA2', charset: 'utf8' },
    },
    {
      id: 'alipay-native',
      packageName: '@logto/connector-alipay-native',
      create: createAlipayNative,
      config: { appId, privateKey, signType: 'RSA2' },
    },
  ];
  const packaged = await Promise.all(registrations.map((registration) => createSocialConnector(registration, standIns)));
  return [...packaged, createGoogleConnector(google, standIns.origin)];
};
