import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { EmbedView } from '../../contract.ts';
import { markdown, type Names } from '../text/template.ts';

const FIELDS_A_ROW = 3;

/** The place of each inline field in its row, from 1; null for one that has a row to itself. */
function places(fields: EmbedView['fields']): (number | null)[] {
  let run = 0;
  return fields.map(({ inline }) => {
    run = inline ? run + 1 : 0;
    return inline ? ((run - 1) % FIELDS_A_ROW) + 1 : null;
  });
}

function fieldRows(fields: EmbedView['fields'], light: boolean, names: Names): TemplateResult {
  const at = places(fields);
  return html`<discord-embed-fields slot="fields">
    ${fields.map(
      ({ name, value, inline }, index) =>
        html`<discord-embed-field
          .fieldTitle=${name}
          .inline=${inline}
          .inlineIndex=${at[index] ?? undefined}
          ?light-theme=${light}
          >${markdown(value, names)}</discord-embed-field
        >`,
    )}
  </discord-embed-fields>`;
}

function footer({ footer: text, timestamp }: EmbedView): unknown {
  if (text === null && timestamp === null) return nothing;
  return html`<discord-embed-footer slot="footer">
    ${text ?? nothing}${text !== null && timestamp !== null ? ' • ' : nothing}
    ${
      timestamp === null
        ? nothing
        : html`<easel-moment .at=${Date.parse(timestamp)} look="f"></easel-moment>`
    }
  </discord-embed-footer>`;
}

const picture = (kind: 'picture' | 'thumbnail', address: string | null, title: string): unknown =>
  address === null
    ? nothing
    : html`<img class=${`embed-${kind}`} src=${address} alt=${`Picture of “${title}”`} loading="lazy" />`;

/** A card of a message. */
export function embedCard(embed: EmbedView, light: boolean, names: Names): TemplateResult {
  const { title, url, description, colour, author, fields, image, thumbnail } = embed;
  const name = title ?? 'the card';
  return html`<discord-embed
    .embedTitle=${title ?? ''}
    .authorName=${author ?? ''}
    url=${ifDefined(url ?? undefined)}
    .color=${colour ?? ''}
    ?light-theme=${light}
  >
    ${
      description === null && thumbnail === null
        ? nothing
        : html`<discord-embed-description slot="description"
          ><div class="embed-text">
            <div>${markdown(description ?? '', names)}</div>
            ${picture('thumbnail', thumbnail, name)}
          </div></discord-embed-description
        >`
    }
    ${fields.length === 0 ? nothing : fieldRows(fields, light, names)}
    <div slot="footer">
      ${picture('picture', image, name)} ${footer(embed)}
    </div>
  </discord-embed>`;
}
