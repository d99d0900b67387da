import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** The strokes of each icon, on a square of 24. */
const STROKES = {
  channels: svg`<path d="M4 6h16M4 12h16M4 18h16" />`,
  people: svg`<circle cx="9" cy="8" r="3.5" /><path d="M2.5 19.5c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 5a3.5 3.5 0 0 1 0 6.6M18 14c2.2.8 3.5 2.8 3.5 5.5" />`,
  gear: svg`<circle cx="12" cy="12" r="3.2" /><path d="M12 2.8v3M12 18.2v3M2.8 12h3M18.2 12h3M5.5 5.5l2.1 2.1M16.4 16.4l2.1 2.1M18.5 5.5l-2.1 2.1M7.6 16.4l-2.1 2.1" />`,
  sun: svg`<circle cx="12" cy="12" r="4.2" /><path d="M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3 7 7M17 17l1.7 1.7M18.7 5.3 17 7M7 17l-1.7 1.7" />`,
  moon: svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z" />`,
  eye: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z" /><circle cx="12" cy="12" r="2.8" />`,
  lock: svg`<rect x="5" y="11" width="14" height="9" rx="2" /><path d="M8 11V8a4 4 0 0 1 8 0v3" />`,
  send: svg`<path d="m4 4 17 8-17 8 3.5-8L4 4Zm3.5 8H14" />`,
  close: svg`<path d="M6 6l12 12M18 6 6 18" />`,
  more: svg`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="3.5" />`,
} as const satisfies Readonly<Record<string, SVGTemplateResult>>;

/** A drawing beside words or under a label; screen readers pass over it. */
export const drawing = (name: keyof typeof STROKES): TemplateResult =>
  html`<svg class="drawing" viewBox="0 0 24 24" aria-hidden="true">${STROKES[name]}</svg>`;
