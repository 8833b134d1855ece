import { type Tenant, tenantGuard } from '../tenant.ts';

type Settings = Tenant['signInExperience'];

/** A named state of the tenant, made from the one the demo starts with. */
export interface Preset {
  /** One line for the list of presets. */
  readonly description: string;
  apply(tenant: Tenant): Tenant;
}

/** Settings as JSON, as an administrator's tool would send them. */
export type SettingsPatch = Partial<Record<keyof Settings, unknown>>;

/** Changes settings, and what else belongs to the tenant when told. */
export const settings = (
  description: string,
  patch: SettingsPatch,
  rest: Partial<Record<Exclude<keyof Tenant, 'signInExperience'>, unknown>> = {},
): Preset => ({
  description,
  apply: (tenant) => tenantGuard.parse({ ...tenant, ...rest, signInExperience: { ...tenant.signInExperience, ...patch } }),
});

/** One line of `signIn.methods`; the password comes first when there is one. */
export const method = (identifier: string, password: boolean, verificationCode: boolean): unknown => ({
  identifier,
  password,
  verificationCode,
  isPasswordPrimary: password,
});

/** Forgotten passwords are won back by a code to either address. */
export const recoveryByCode = { forgotPasswordMethods: ['EmailVerificationCode', 'PhoneVerificationCode'] };
