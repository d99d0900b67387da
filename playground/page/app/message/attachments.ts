import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { AttachmentView } from '../../contract.ts';
import { tell } from '../events.ts';
import { bytes } from '../text/numbers.ts';

/** The bounds a lone picture is shown in, in CSS pixels. */
const MOST = { width: 550, height: 400 };
const MOST_AMONG_OTHERS = { width: 320, height: 280 };

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size a picture takes up: whole, never enlarged. */
function shown({ width, height }: Size, most: Size): Size {
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

function picture(file: AttachmentView, size: Size, alone: boolean): TemplateResult {
  const { width, height } = shown(size, alone ? MOST : MOST_AMONG_OTHERS);
  const alt = file.alt === '' ? file.name : file.alt;
  return html`<button
    type="button"
    class="picture"
    aria-label=${`Open picture: ${alt}`}
    aria-haspopup="dialog"
    style=${styleMap({ width: `${width}px`, aspectRatio: `${size.width} / ${size.height}` })}
    @click=${(event: Event) => event.currentTarget && tell(event.currentTarget, 'view', file)}
  >
    <img src=${file.url} alt=${alt} title=${alt} width=${width} height=${height} />
  </button>`;
}

const other = ({ url, name, size }: AttachmentView): TemplateResult =>
  html`<a class="file" href=${url} download=${name}>
    <span class="file-name">${name}</span> <span class="file-size">${bytes(size)}</span>
  </a>`;

/** A message's files: pictures with their place kept from the start, others as links. */
export function attachmentList(files: readonly AttachmentView[]): unknown {
  if (files.length === 0) return nothing;
  return html`<div class="attachments">
    ${files.map((file) => {
      const { width, height } = file;
      if (width === null || height === null) return other(file);
      return picture(file, { width, height }, files.length === 1);
    })}
  </div>`;
}
