import type { Settings } from '../client/index.ts';
import { currentLanguage } from '../localization/language.ts';
import { problemText as textOf } from '../localization/problem-words.ts';
import type { ProblemReport } from '../localization/problem-report.ts';
import { connectorName } from '../screens/connector-name.ts';

type Values = NonNullable<ProblemReport['values']>;

/** Values as the flow gives them, and the `name` of the connector among them in the person's language. */
export function namedValues(values: Values, settings: Settings | undefined): Values {
  const { connectorId } = values;
  const social = settings?.socialConnectors.find(({ id }) => id === connectorId);
  const name = social
    ? connectorName(social.name, social.target, currentLanguage())
    : settings?.ssoConnectors.find(({ id }) => id === connectorId)?.connectorName;
  return connectorId ? { ...values, name: name || connectorId } : values;
}

/** Words for a problem of a page with these settings. */
export function problemText(report: ProblemReport, settings: Settings | undefined): string {
  return textOf(report.values ? { ...report, values: namedValues(report.values, settings) } : report);
}
