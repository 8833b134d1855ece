import type { CustomProfileField } from '../tenant.ts';

type NewField = Pick<CustomProfileField, 'name' | 'type'> & Partial<CustomProfileField>;

const catalogue = (fields: readonly Readonly<Record<string, unknown>>[]): readonly CustomProfileField[] =>
  fields.map(
    (field, index) =>
      ({
        tenantId: 'default',
        id: `field-${String(index + 1).padStart(2, '0')}`,
        label: '',
        description: null,
        required: false,
        config: {},
        createdAt: 0,
        sieOrder: index + 1,
        ...field,
      }) as NewField as CustomProfileField,
  );

const part = (name: string, more: Readonly<Record<string, unknown>> = {}): unknown => ({
  enabled: true,
  name,
  type: 'Text',
  required: false,
  ...more,
});

/** One of each type; those with standard names have no label of their own. */
export const everyProfileField = catalogue([
  { name: 'avatar', type: 'Url' },
  {
    name: 'fullname',
    type: 'Fullname',
    required: true,
    config: { parts: [part('givenName', { required: true }), part('familyName', { required: true })] },
  },
  { name: 'nickname', type: 'Text', description: 'What friends call you.', config: { minLength: 2, maxLength: 20 } },
  { name: 'birthdate', type: 'Date', required: true, config: { format: 'yyyy-MM-dd' } },
  {
    name: 'gender',
    type: 'Select',
    config: { options: [{ value: 'female' }, { value: 'male' }, { value: 'prefer_not_to_say' }] },
  },
  { name: 'website', type: 'Url', config: { placeholder: 'https://example.com' } },
  {
    name: 'address',
    type: 'Address',
    config: {
      parts: [
        part('streetAddress', { required: true }),
        part('locality', { required: true }),
        part('region'),
        part('postalCode'),
        part('country', { required: true }),
        part('formatted', { enabled: false }),
      ],
    },
  },
  { name: 'company', type: 'Text', label: 'Company', required: true, config: { placeholder: 'Acme', maxLength: 60 } },
  { name: 'teamSize', type: 'Number', label: 'Size of your team', config: { minValue: 1, maxValue: 500 } },
  {
    name: 'inviteCode',
    type: 'Regex',
    label: 'Invitation code',
    description: 'Three capital letters and three digits.',
    config: { format: '^[A-Z]{3}\\d{3}$', placeholder: 'ABC123' },
  },
  {
    name: 'plan',
    type: 'Select',
    label: 'Plan',
    required: true,
    config: {
      placeholder: 'Choose one',
      options: [{ value: 'free', label: 'Free' }, { value: 'pro', label: 'Professional' }, { value: 'enterprise' }],
    },
  },
  { name: 'startsOn', type: 'Date', label: 'First day', config: { format: 'dd/MM/yyyy' } },
  { name: 'newsletter', type: 'Checkbox', label: 'Send me news', config: { defaultValue: 'true' } },
]);

/** Nothing in here has to be filled in. */
export const optionalProfileFields = catalogue([
  { name: 'nickname', type: 'Text' },
  { name: 'referralSource', type: 'Text', label: 'How did you hear about us?' },
]);
