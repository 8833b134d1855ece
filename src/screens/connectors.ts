import { html, type TemplateResult } from 'lit';
import type { SieConnectorChooseEvent, SocialChoice } from '../elements/social-buttons/social-buttons.ts';
import type { StepName } from '../flow/index.ts';
import { isBlank } from '../shared/characters.ts';
import { closestLanguage } from '../shared/language-tag.ts';
import type { SieScreen } from './screen.ts';

/** Buttons for connectors; pressing one runs the command. */
export function connectorList(
  screen: SieScreen<StepName>,
  connectors: readonly SocialChoice[],
  command: 'startSocial' | 'startSso',
): TemplateResult {
  const { flow, theme, waiting } = screen;
  return html`<sie-social-buttons
    .connectors=${connectors}
    .theme=${theme}
    .busyId=${screen.isPending(command) ? screen.state.pending?.target : undefined}
    .heldId=${screen.held(command)}
    ?disabled=${waiting}
    @sie-connector-choose=${({ connectorId }: SieConnectorChooseEvent) => void flow.do[command]({ connectorId })}
  ></sie-social-buttons>`;
}

/**
 * A connector's name in the language of the page, else in English, else in the first language it has a name in, else its target
 * (e.g. `google`). A name in another script than the page's is not used for it.
 */
export function localizedConnectorName(names: Readonly<Record<string, string>>, target: string, language: string): string {
  const tags = Object.keys(names).filter((tag) => !isBlank(names[tag] ?? ''));
  const tag = closestLanguage(tags, language) ?? closestLanguage(tags, 'en') ?? tags[0] ?? '';
  return names[tag] ?? target;
}
