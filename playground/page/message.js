import { clockTime, element, textLines } from './text.js';

function picture({ address, name, alt, size }) {
  if (size === null) return element('p', {}, element('a', { href: address, download: name }, name));
  const { width, height } = size;
  const image = element('img', { src: address, alt, width, height, decoding: 'async' });
  const link = element(
    'a',
    {
      className: 'picture',
      href: address,
      target: '_blank',
      title: `${name}, ${width} × ${height}`,
    },
    image,
  );
  link.style.setProperty('--ratio', String(width / height));
  return link;
}

function card({ title, colour, text, fields }, names) {
  const rows = fields.map(({ name, text: value, inline }) =>
    element(
      'div',
      { className: inline ? 'inline' : '' },
      element('dt', {}, name),
      element('dd', {}, ...textLines(value, names)),
    ),
  );
  const made = element(
    'div',
    { className: 'card' },
    ...(title === '' ? [] : [element('h3', {}, title)]),
    ...textLines(text, names),
    ...(rows.length === 0 ? [] : [element('dl', {}, ...rows)]),
  );
  if (colour !== null) made.style.setProperty('--edge', colour);
  return made;
}

function dots() {
  const three = [1, 2, 3].map(() => element('i'));
  return element('span', { className: 'dots', ariaHidden: 'true' }, ...three);
}

function asked({ by, command }) {
  const used = element('span', { className: 'mention' }, `/${command}`);
  return element('p', { className: 'asked' }, element('b', {}, by), ' used ', used);
}

function head({ author, at }) {
  return element(
    'p',
    { className: 'head' },
    element('b', {}, author),
    element('span', { className: 'tag' }, 'APP'),
    clockTime(at),
  );
}

/** The element of one message; `names` are people by id. */
export function messageElement(message, names) {
  const { id, author, thinking, ephemeral, text, files, cards } = message;
  const body = thinking
    ? [element('p', { className: 'thinking' }, dots(), `${author} is thinking…`)]
    : [
        ...textLines(text, names),
        ...cards.map((one) => card(one, names)),
        ...(files.length === 0
          ? []
          : [element('div', { className: 'pictures' }, ...files.map(picture))]),
      ];
  return element(
    'li',
    { id: `message-${id}`, className: ephemeral ? 'ephemeral' : '' },
    element('img', { className: 'face', src: '/page/icon.svg', alt: '', width: 40, height: 40 }),
    ...(message.asked === null ? [] : [asked(message.asked)]),
    head(message),
    ...body,
    ...(ephemeral ? [element('p', { className: 'private' }, 'Only you can see this')] : []),
  );
}
