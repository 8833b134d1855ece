import { type Tenant, tenantGuard } from './tenant.ts';

const markup = '<img src=x onerror="globalThis.hacked=1">';
const script = '</style></script><script>globalThis.hacked=1</script>';
const address = 'javascript:globalThis.hacked=1';

/** The tenant with markup, scripts and script addresses wherever the real server would let a string through. */
export const hostileTenant = (tenant: Tenant): Tenant =>
  tenantGuard.parse({
    ...tenant,
    decoyConnectors: [
      { target: 'hostile', name: { en: `${markup}Hostile`, 'zh-CN': script } },
      { target: `"><svg onload=1>`, name: { en: `${'Very long name '.repeat(12)}${script}` } },
    ],
    customPhrases: {
      en: {
        action: { sign_in: `Sign in ${markup}`, sign_in_with: `{{name}} ${script} {{constructor}} {{unknown}}` },
        input: { password: `Password ${script}`, username: '' },
        description: {
          terms_of_use: `<a href="${address}">Terms</a>`,
          agree_with_terms: `<link onclick="globalThis.hacked=1">agree</link> {{types, nonsense(kind: worse)}}`,
        },
      },
    },
    signInExperience: {
      ...tenant.signInExperience,
      branding: { logoUrl: address, favicon: `${address}//favicon` },
      customCss: `body::after { content: "${script}"; } ${script}`,
      customContent: { '/sign-in': `${markup}${script}` },
      termsOfUseUrl: address,
      privacyPolicyUrl: `data:text/html,${script}`,
      supportEmail: `"><script>globalThis.hacked=1</script>@example.com?cc=all@example.com`,
      supportWebsiteUrl: address,
      unknownSessionRedirectUrl: address,
      socialSignInConnectorTargets: [...tenant.signInExperience.socialSignInConnectorTargets, 'hostile', `"><svg onload=1>`],
    },
  });
