const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });

/**
 * Makes an element. Children that are strings become text, never markup.
 *
 * @param {string} name
 * @param {Record<string, string | number | boolean | null | undefined>} properties set on the element; null and undefined are left out
 * @param {...(Node | string)} children
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (key in made) made[key] = value;
    else made.setAttribute(key, String(value));
  }
  made.append(...children);
  return made;
}

function away(at) {
  const distance = at - Date.now();
  const [unit, length] = UNITS.find(([, ms]) => Math.abs(distance) >= ms) ?? UNITS[3];
  return relative.format(Math.round(distance / length), unit);
}

/** Writes relative times anew: they change while they are looked at. */
export function refreshTimes() {
  for (const time of document.querySelectorAll('time[data-relative]')) {
    const words = away(Number(time.dataset.relative));
    if (time.textContent !== words) time.textContent = words;
  }
}

/** The hour and minute of a moment, with the whole date as a hint. */
export function clockTime(iso) {
  const at = new Date(iso);
  return element('time', { dateTime: iso, title: full.format(at) }, clock.format(at));
}

function moment({ at, style }) {
  const time = element('time', {
    dateTime: new Date(at).toISOString(),
    title: full.format(at),
  });
  if (style === 'R') time.dataset.relative = String(at);
  time.textContent = style === 'R' ? away(at) : style === 'D' ? date.format(at) : full.format(at);
  return time;
}

function part(piece, names) {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'moment') return moment(piece);
  const name = names.get(piece.id) ?? 'unknown-user';
  return element('span', { className: 'mention' }, `@${name}`);
}

const TAGS = { plain: 'p', quote: 'blockquote', subtext: 'small' };

/** The elements of a text that the server has taken apart; `names` are people by id. */
export function textLines(lines, names) {
  return lines.map(({ kind, parts }) =>
    element(TAGS[kind], {}, ...parts.map((piece) => part(piece, names))),
  );
}
