import { html, type TemplateResult } from 'lit';
import type { PageState } from '../../contract.ts';
import { face } from './face.ts';
import { drawing } from './icons.ts';

type Guild = PageState['guilds'][number];

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('');

/** The servers, as round buttons with their initials. */
export function serverRail(
  guilds: readonly Guild[],
  current: string,
  choose: (id: string) => void,
): TemplateResult {
  return html`<nav class="rail" aria-label="Servers">
    <ul>
      ${guilds.map(
        ({ id, name }) => html`<li>
          <button
            type="button"
            class="server"
            title=${name}
            aria-current=${id === current}
            @click=${() => choose(id)}
          >
            <span aria-hidden="true">${initials(name)}</span><span class="unseen">${name}</span>
          </button>
        </li>`,
      )}
    </ul>
  </nav>`;
}

const MARKS = { 'read-only': 'read only', text: '' } as const;

function channelRow(
  { id, name, nsfw, kind, parent }: Guild['channels'][number],
  current: string,
  choose: (id: string) => void,
): TemplateResult {
  const mark = [nsfw ? 'age-restricted' : '', MARKS[kind]].filter((word) => word !== '').join(', ');
  const isThread = parent !== null;
  return html`<li>
    <button type="button" class=${isThread ? 'channel thread' : 'channel'} aria-current=${id === current} @click=${() => choose(id)}>
      <span class="sign" aria-hidden="true">${isThread ? '↳' : '#'}</span>
      <span class="channel-name">${name}${isThread ? html`<span class="unseen">, thread</span>` : ''}</span>
      ${
        mark === ''
          ? ''
          : html`<span class="mark" title=${mark}>${nsfw ? '18+' : drawing('lock')}<span class="unseen">, ${mark}</span></span>`
      }
    </button>
  </li>`;
}

/** The channels of a server. */
export function channelList(
  guild: Guild,
  current: string,
  choose: (id: string) => void,
): TemplateResult {
  return html`<nav class="channels" aria-label="Channels">
    <h2 class="guild-name">${guild.name}</h2>
    <ul>
      ${guild.channels.map((channel) => channelRow(channel, current, choose))}
    </ul>
  </nav>`;
}

/** Who one is at the moment, and whom else one can be. */
export function personSwitch(
  { me, people }: PageState,
  choose: (id: string) => void,
): TemplateResult {
  const pick = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) choose(target.value);
  };
  return html`<section class="me" aria-label="You">
    ${face(me, 32)}
    <label class="unseen" for="person">You are</label>
    <div class="me-words">
      <select id="person" @change=${pick}>
        ${people.map(
          ({ id, name }) => html`<option value=${id} .selected=${id === me.id}>${name}</option>`,
        )}
      </select>
      <span class="faint">${me.role}</span>
    </div>
  </section>`;
}
