import { describe, expect, it } from 'vitest';
import type { Notice, PaintFailure, Refusal } from '../../src/outcome.ts';
import { addressed, noticeText } from '../../src/words/notices.ts';

type Field = Extract<Refusal, { kind: 'invalid' }>['field'];
type Rows<K extends string> = Readonly<Record<K, string>>;

const RENEWAL = Date.UTC(2026, 11, 1);
const READY = Date.UTC(2026, 10, 22, 12, 0, 5);

const entries = <K extends string>(rows: Rows<K>) => Object.entries(rows) as [K, string][];

/** What each kind without an inner list of reasons says, word for word. */
const plain: {
  readonly [K in Exclude<
    Notice['kind'],
    'invalid' | 'not-painted' | 'not-delivered' | 'against-rule' | 'not-shown' | 'no-review'
  >]: readonly [Extract<Notice, { kind: K }>, string];
} = {
  'outside-server': [
    { kind: 'outside-server' },
    'Pictures are made in servers only, and this is none. Nothing was charged. Send the command in a server’s channel.',
  ],
  'may-not-attach': [
    { kind: 'may-not-attach' },
    'The bot may not attach files here, so a picture could not be shown. Nothing was charged. Ask a moderator to allow it Attach Files in this channel, or use another channel.',
  ],
  'files-too-small': [
    { kind: 'files-too-small', limit: 8_191 },
    'Files may have 7 KB at most here, and no picture of this shape is that small. Nothing was charged. Please use another server.',
  ],
  cooldown: [
    { kind: 'cooldown', readyAt: READY },
    `One at a time: you can ask for your next picture <t:${READY / 1000}:R>. Nothing was charged.`,
  ],
  'refused-often': [
    { kind: 'refused-often', readyAt: READY },
    `Several of your prompts have just met rules, or the image service’s content filter, so there is a pause for you. Nothing was charged. You can ask for pictures in this server again <t:${READY / 1000}:R>.`,
  ],
  'over-limit': [
    {
      kind: 'over-limit',
      limit: { of: 'server' },
      price: 6,
      needed: 24,
      left: 12,
      renewsAt: RENEWAL,
    },
    `This server has 12 credits left this month, and this takes 24. Nothing was charged. Fewer pictures at once may still fit. The credits start afresh <t:${RENEWAL / 1000}:R>.`,
  ],
  'books-unavailable': [
    { kind: 'books-unavailable' },
    'This server’s credits cannot be read or written right now. Nothing was charged. Please try again in a few minutes; if it stays like this, tell the bot’s operator.',
  ],
  'settings-unavailable': [
    { kind: 'settings-unavailable' },
    'What this server has decided about pictures cannot be read right now, so none are made. Nothing was charged. Please try again in a few minutes; if it stays like this, tell the bot’s operator.',
  ],
  blocked: [
    { kind: 'blocked', until: RENEWAL, reason: 'Too *much*', case: 7 },
    `You are blocked from making pictures in this server; the block ends <t:${RENEWAL / 1000}:R>. The reason: ||“Too \\*much\\*”||. Nothing was charged. Moderators know it as case 7.`,
  ],
  'wrong-channel': [
    { kind: 'wrong-channel', channels: ['1', '2', '3'] },
    'Pictures are not made in this channel. Nothing was charged. Ask for yours in <#1>, <#2> or <#3>.',
  ],
  'wrong-role': [
    { kind: 'wrong-role', roles: ['1'] },
    'Only members with <@&1> can ask for pictures here. Nothing was charged. Ask a moderator whether you can have that.',
  ],
  'wrong-age': [
    { kind: 'wrong-age', wanted: 'unrestricted' },
    'In this server pictures are not made in age-restricted channels. Nothing was charged. Use another channel.',
  ],
  'queue-full': [
    { kind: 'queue-full', of: 'member', limit: 12 },
    'You are waiting for pictures already, and one member can have 12 in the making at once. Nothing was charged. Please try again when some of them are there.',
  ],
  restarting: [
    { kind: 'restarting' },
    'The bot is restarting. Nothing was charged. Please send the command again in a minute.',
  ],
  interrupted: [
    { kind: 'interrupted', received: 0 },
    'The bot had to restart while it was working on your picture. Nothing was charged. Please send the command again.',
  ],
};

const invalid: Rows<Field> = {
  prompt: 'The prompt is empty. Say in a few words what the picture should show.',
  negative_prompt: 'The negative prompt cannot be read. Please type it anew.',
  style_preset:
    'This style is not offered. Please choose one from the list; if the list looks old, restart your Discord app.',
  aspect_ratio:
    'This shape is not offered. Please choose one from the list; if the list looks old, restart your Discord app.',
  seed: 'The seed must be a whole number from 0 to 4294967294.',
  count: 'You can ask for 1 to 4 pictures at once.',
};

const tooLong: Rows<'prompt' | 'negative_prompt'> = {
  prompt: 'The prompt is longer than 6,000 characters. Please shorten it.',
  negative_prompt: 'The negative prompt is longer than 6,000 characters. Please shorten it.',
};

/** A reason that says everything. */
type Reason = Exclude<PaintFailure['reason'], 'called-off'>;

/** What stands before and behind "Nothing was charged." for each reason. */
const unpainted: Readonly<Record<Reason, readonly [string, string]>> = {
  unreachable: ['the image service cannot be reached', 'Please try again in a few minutes.'],
  'rate-limited': ['the image service is busy', 'Please try again in a minute.'],
  busy: ['the image service is busy', 'Please try again in a minute.'],
  unauthorised: [
    'the image service does not accept this bot’s key',
    'Only the bot’s operator can mend this; please tell them.',
  ],
  'out-of-credits': [
    'this bot’s account with the image service is empty',
    'Only the bot’s operator can mend this; please tell them.',
  ],
  moderated: ['the image service’s content filter refused it', 'Please try other words.'],
  rejected: ['the image service refused the request', 'Please change the prompt or the options.'],
  'service-failed': ['the image service had a problem', 'Please try again in a few minutes.'],
  timeout: ['the image service did not answer in time', 'Please try again in a few minutes.'],
  'connection-lost': ['the connection to the image service broke', 'Please try again.'],
  'gateway-error': ['the image service had a problem', 'Please try again in a few minutes.'],
  'bad-answer': ['the image service had a problem', 'Please try again in a few minutes.'],
  'unusable-picture': ['the image service sent a damaged file', 'Please try again.'],
  redirected: [
    'the image service’s address is not set up right',
    'Only the bot’s operator can mend this; please tell them.',
  ],
  cancelled: ['the bot is restarting', 'Please send the command again in a minute.'],
  restarting: ['the bot is restarting', 'Please send the command again in a minute.'],
  'out-of-time': [
    'it took longer than Discord lets a command wait',
    'Please try again in a few minutes.',
  ],
  unexpected: ['something went wrong on our side', 'Please try again.'],
};

const notPainted = (failure: PaintFailure, asked = 1): Notice => ({
  kind: 'not-painted',
  asked,
  failure,
});

describe('a notice says what happened, that nothing was charged, and what to do', () => {
  it.each(Object.entries(plain))('%s', (_, [notice, text]) => {
    expect(noticeText(notice)).toBe(text);
  });

  it.each(entries(invalid))('invalid %s', (field, text) => {
    const notice = { kind: 'invalid', field, problem: 'bad-value' } as const;
    expect(noticeText(notice)).toBe(`${text} Nothing was charged.`);
  });

  it.each(entries(tooLong))('%s too long', (field, text) => {
    const notice = { kind: 'invalid', field, problem: 'too-long' } as const;
    expect(noticeText(notice)).toBe(`${text} Nothing was charged.`);
  });

  it.each(Object.entries(unpainted))('not painted: %s', (reason, [what, next]) => {
    const failure: PaintFailure = { reason: reason as Reason };
    expect(noticeText(notPainted(failure))).toBe(
      `There is no picture: ${what}. Nothing was charged. ${next}`,
    );
  });
});

describe('a notice', () => {
  it('speaks of several pictures where several were asked for', () => {
    expect(noticeText(notPainted({ reason: 'busy' }, 3))).toMatch(/^There are no pictures: /);
  });

  it('advises fewer pictures only while credits are left', () => {
    const limit = { of: 'server' } as const;
    const notice: Notice = {
      kind: 'over-limit',
      limit,
      price: 6,
      needed: 6,
      left: 0,
      renewsAt: RENEWAL,
    };
    expect(noticeText(notice)).not.toContain('Fewer');
    expect(noticeText({ ...notice, left: 5 })).not.toContain('Fewer');
    expect(noticeText({ ...notice, needed: 12, left: 6 })).toContain('Fewer');
    expect(noticeText({ ...notice, left: 1 })).toContain('has 1 credit left');
  });

  it('quotes the service’s words disarmed and shortened', () => {
    const serviceMessage = `seed @everyone ${'*'.repeat(4_000)}`;
    const text = noticeText(notPainted({ reason: 'rejected', serviceMessage }));
    expect(text).toContain('(“seed @\u200beveryone \\*\\*');
    expect(text).toContain('…”)');
    expect(text.length).toBeLessThan(500);
  });

  it('speaks of the button where there is one', () => {
    const restarting = notPainted({ reason: 'restarting' });
    expect(noticeText({ kind: 'interrupted', received: 0 }, true)).toBe(
      'The bot had to restart while it was working on your picture. Nothing was charged. Press Retry or send the command again.',
    );
    expect(noticeText(restarting, true)).toMatch(
      / Press Retry or send the command again in a minute\.$/,
    );
  });

  it('names who cancelled, and what arrived before a restart', () => {
    const calledOff = notPainted({ reason: 'called-off', by: '300000000000000001' });
    expect(noticeText(calledOff)).toBe(
      'There is no picture: <@300000000000000001> cancelled it. Nothing was charged. Ask for another whenever you like.',
    );
    expect(noticeText({ kind: 'interrupted', received: 2 })).toBe(
      'The bot had to restart while it was working on your pictures. 2 pictures arrived and were charged; the others were not.',
    );
  });

  it('addresses one member among others', () => {
    expect(
      addressed('300000000000000001', noticeText({ kind: 'interrupted', received: 0 })),
    ).toMatch(/^<@300000000000000001>, the bot had to restart /);
  });
});
