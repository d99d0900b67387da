import { html, type TemplateResult } from 'lit';
import icon from '../icon.svg';

const HUES = 6;

/** The hue of someone's avatar, steady for an id: 0 to 5. */
const hue = (id: string): number => Number(BigInt(id) % BigInt(HUES));

/** Someone's avatar, in CSS pixels: the bot's own picture, or a person's initial. */
export function face(
  { id, name, bot = false }: { id: string; name: string; bot?: boolean },
  size: 32 | 40,
): TemplateResult {
  if (bot) return html`<img class="face" src=${icon} alt="" width=${size} height=${size} />`;
  const look = `face initial hue-${hue(id)} size-${size}`;
  return html`<span class=${look} aria-hidden="true">${name.charAt(0)}</span>`;
}
