import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { PageState, PersonView } from '../../contract.ts';
import { type MenuRequest, tell } from '../events.ts';
import { face } from './face.ts';

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  /** `#rrggbb` */
  readonly colour?: string;
}

function ask(person: string, event: MouseEvent): void {
  const { currentTarget, type, clientX, clientY } = event;
  if (!(currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const { left, bottom } = currentTarget.getBoundingClientRect();
  const place = type === 'contextmenu' ? { x: clientX, y: clientY } : { x: left, y: bottom };
  const request: MenuRequest = { target: { person }, ...place };
  tell(currentTarget, 'menu', request);
}

function row({ id, name, bot, colour }: Shown): TemplateResult {
  const open = (event: MouseEvent): void => ask(id, event);
  return html`<li>
    <button type="button" class="person" aria-haspopup="menu" @click=${open} @contextmenu=${open}>
      ${face({ id, name, bot }, 32)} <span class="person-name" style=${styleMap({ '--name': colour })}>${name}</span>
      ${bot ? html`<span class="tag">APP</span>` : ''}
    </button>
  </li>`;
}

const group = (title: string, members: readonly Shown[]): TemplateResult =>
  html`<h3>${title} (${members.length})</h3>
    <ul>
      ${members.map(row)}
    </ul>`;

/** The people of a server by their role, and the bot. */
export function peopleList({ people, bot, guilds }: PageState, guildId: string): TemplateResult {
  const members = guilds.find(({ id }) => id === guildId)?.members ?? [];
  const here = people.filter(({ id }) => members.includes(id));
  const roles = Map.groupBy(here, ({ role }: PersonView) => role);
  const groups = [...roles].toReversed();
  return html`<aside class="people" aria-label="People">
    <h2 class="unseen">People</h2>
    ${groups.map(([role, those]) =>
      group(
        role,
        those.map(({ id, name, colour }) => ({ id, name, colour, bot: false })),
      ),
    )}
    ${group('App', [{ ...bot, bot: true }])}
  </aside>`;
}
