/** Texts of problems and the element that shows their details; loaded on demand, fetched ahead after the first screen. */
import '../elements/problem-details/problem-details.ts';
import type { Settings } from '../client/index.ts';
import { currentLanguage } from '../localization/language.ts';
import { problemText } from '../localization/problem-messages.ts';
import type { ProblemReport } from '../localization/problem-report.ts';
import { localizedConnectorName } from '../screens/form-parts.ts';

type Values = NonNullable<ProblemReport['values']>;

/** Values as the flow gives them, and the `name` of the connector among them in the person's language. */
export function namedValues(values: Values, settings: Settings | undefined): Values {
  const { connectorId } = values;
  const social = settings?.socialConnectors.find(({ id }) => id === connectorId);
  const name = social
    ? localizedConnectorName(social.name, social.target, currentLanguage())
    : settings?.ssoConnectors.find(({ id }) => id === connectorId)?.connectorName;
  return connectorId ? { ...values, name: name || connectorId } : values;
}

/** `problemText` with the names of connectors that these settings have. */
export function problemTextFor(settings: () => Settings | undefined): typeof problemText {
  const named = ({ values, ...report }: ProblemReport): ProblemReport =>
    values ? { ...report, values: namedValues(values, settings()) } : report;
  return ((report: ProblemReport, whole: true) => problemText(named(report), whole)) as typeof problemText;
}
