import { html, type TemplateResult } from 'lit';
import type { SieConnectorChooseEvent, SocialChoice } from '../elements/social-buttons/social-buttons.ts';
import type { StepName } from '../flow/index.ts';
import type { SieScreen } from './screen.ts';

/** Connectors to go on with; pressing one runs the command. */
export function connectorList(
  screen: Pick<SieScreen<StepName>, 'flow' | 'state' | 'theme' | 'waiting' | 'held'>,
  connectors: readonly SocialChoice[],
  command: 'startSocial' | 'startSso',
): TemplateResult {
  const { flow, theme, waiting } = screen;
  const { doing } = screen.state;
  return html`<sie-social-buttons
    .connectors=${connectors}
    .theme=${theme}
    .busyId=${waiting && doing?.command === command ? doing.target : undefined}
    .heldId=${screen.held(command)}
    ?disabled=${waiting}
    @sie-connector-choose=${({ connectorId }: SieConnectorChooseEvent) => void flow.do[command]({ connectorId })}
  ></sie-social-buttons>`;
}
