import { html, nothing, type TemplateResult } from 'lit';
import type { ComponentView, MessageView, PageState } from '../../contract.ts';
import { tell } from '../events.ts';
import { isMenu, Kind, offersOf } from './choices.ts';
import type { SelectMenu } from './select-menu.ts';

/** Discord's docs, "Button Styles". */
const STYLES: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
};
const LINK_STYLE = 5;

/** Where a component stands. */
interface Place {
  readonly message: MessageView;
  readonly state: PageState;
  readonly guildId: string;
}

function button(component: ComponentView, { message }: Place): TemplateResult {
  const { label = '', emoji, style = 2, url, disabled = false, custom_id = '' } = component;
  const text = html`${emoji?.name ? html`<span aria-hidden="true">${emoji.name}</span> ` : nothing}${label}`;
  if (style === LINK_STYLE)
    return html`<a class="button secondary" href=${url ?? ''} target="_blank" rel="noreferrer noopener"
      >${text} <span aria-hidden="true">↗</span></a
    >`;
  return html`<button
    type="button"
    class=${STYLES[style] ?? 'secondary'}
    ?disabled=${disabled}
    aria-label=${label === '' ? (emoji?.name ?? 'Button') : label}
    @click=${({ currentTarget }: Event) =>
      currentTarget &&
      tell(currentTarget, 'deed', { kind: 'click', message: message.id, button: custom_id })}
  >
    ${text}
  </button>`;
}

function menu(component: ComponentView, { message, state, guildId }: Place): TemplateResult {
  const choose = ({ currentTarget }: Event): void => {
    const { chosen } = currentTarget as SelectMenu;
    const deed = { message: message.id, menu: component.custom_id ?? '', values: [...chosen] };
    if (currentTarget) tell(currentTarget, 'deed', { kind: 'select', ...deed });
  };
  return html`<easel-select-menu
    .menu=${component}
    .offers=${offersOf(component, state, guildId)}
    @change=${choose}
  ></easel-select-menu>`;
}

function one(component: ComponentView, place: Place): unknown {
  if (component.type === Kind.Button) return button(component, place);
  if (isMenu(component)) return menu(component, place);
  if (component.type === Kind.Text) return html`<p>${component.content}</p>`;
  return (component.components ?? []).map((inner) => one(inner, place));
}

/** A message's buttons and menus. */
export const componentRows = (place: Place): unknown =>
  place.message.components.map((row) => html`<div class="action-row">${one(row, place)}</div>`);
