/** Longest reason that is passed on, in code points. */
const MAX_LENGTH = 300;

/** Control, format (bidirectional and invisible) and unpaired surrogate characters, and line breaks. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** Discord's markdown and mentions. */
const MARKUP = /[`*~|<>@\\[\]#]/g;

/** What makes an address a link. */
const LINK = /[a-z][a-z0-9+.-]*:\/\//gi;

/** The key as it is, or with any of its characters percent-encoded once or more, as addresses have it. */
function keyPattern(key: string): RegExp {
  const characters = Array.from(key, (character) => {
    const hex = character.charCodeAt(0).toString(16).padStart(2, '0');
    return `(?:\\x${hex}|%(?:25)*${hex})`;
  });
  return new RegExp(characters.join(''), 'gi');
}

/**
 * A service's reason made fit to show: one line of plain text of at most 300 characters, without
 * markdown, mentions, links or the key. Undefined when nothing is left.
 */
export function cleanMessage(message: string, key: string): string | undefined {
  const line = message.replace(INVISIBLE, ' ').replace(keyPattern(key), '…');
  const bare = line.replace(MARKUP, '').replaceAll(key.replace(MARKUP, ''), '…');
  // What stood around a link may join to another; a space in its place joins nothing.
  const plain = bare.replace(LINK, '').replaceAll('://', ' ');
  const characters = Array.from(plain.replace(/\s+/g, ' ').trim());
  if (characters.length === 0) return undefined;
  if (characters.length <= MAX_LENGTH) return characters.join('');
  return `${characters.slice(0, MAX_LENGTH - 1).join('')}…`;
}

/** What a failure's message turns out to speak of. */
export type Topic = 'out-of-credits' | 'moderated' | 'unauthorised' | 'busy' | 'rate-limited';

/** The API document lists no error codes, so a reason is recognised by words, English and Chinese. */
const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    'moderated',
    /moderat|nsfw|\bsafety\b|content (filter|policy)|prohibited|inappropriate|敏感|违规|审核/i,
  ],
  ['rate-limited', /rate.?limit|too many requests|频繁|限流/i],
  ['out-of-credits', /\bcredits?\b|\bbalance\b|insufficient|余额|积分|点数|欠费/i],
  ['busy', /\bbusy\b|overload|queue (is )?full|try again later|繁忙|稍后/i],
  [
    'unauthorised',
    /unauthori[sz]ed|authenticat|authoriz|(invalid|wrong|missing) (api )?(key|token)|\bapi key\b|密钥|未授权|鉴权|认证/i,
  ],
];

/** The topic of a failure's message, if it is one of the known ones. */
export function topicOf(message: string): Topic | undefined {
  return TOPICS.find(([, words]) => words.test(message))?.[0];
}
