import { describe, expect, it } from 'vitest';
import { shownLines, typedLines } from '../../playground/conversation.ts';
import { botMessage, pictureAt } from '../support/playground-messages.ts';

/** 12:00:00 wherever the test runs. */
const NOW = new Date(2026, 10, 22, 12).getTime();
const reader = { now: NOW, nameOf: () => 'Member' };
const easel = { channel: 'art', who: 'Easel' };
const MARGIN = ' '.repeat(31);

describe('the conversation in the terminal', () => {
  it('shows a command as it was typed', () => {
    const options = { prompt: 'a fox\nin snow', count: 2 };
    const typed = { channel: 'art', who: 'Member', command: 'imagine', options };
    expect(typedLines(typed, NOW)).toEqual([
      '12:00:00  #art  Member         /imagine prompt: a fox in snow count: 2',
    ]);
  });

  it('says when the bot is thinking', () => {
    const message = botMessage({ flags: 1 << 7 });
    expect(shownLines({ ...easel, message }, reader)).toEqual([
      '12:00:00  #art  Easel          is thinking…',
    ]);
  });

  it('shows a picture with its name, size and bytes', () => {
    const attachments = [pictureAt('http://127.0.0.1/a'), pictureAt('http://127.0.0.1/b')];
    const message = botMessage({ content: '> a fox\n-# by <@1>', attachments });
    expect(shownLines({ ...easel, message }, reader)).toEqual([
      '12:00:00  #art  Easel          > a fox',
      `${MARGIN}by @Member`,
      `${MARGIN}[a-fox-7.png]  64 × 32  1,234,567 bytes`,
      `${MARGIN}[a-fox-7.png]  64 × 32  1,234,567 bytes`,
    ]);
  });

  it('shows the fields of a card to the one who sees it', () => {
    const fields = [
      { name: 'Used', value: '6 credits' },
      { name: 'Held up', value: '0 credits' },
    ];
    const embeds = [{ title: 'Credits', description: 'until then', fields }];
    const message = botMessage({ embeds });
    expect(shownLines({ ...easel, message, onlyFor: 'Member' }, reader)).toEqual([
      '12:00:00  #art  Easel          (only Member sees this)',
      `${MARGIN}Credits`,
      `${MARGIN}until then`,
      `${MARGIN}Used     6 credits`,
      `${MARGIN}Held up  0 credits`,
    ]);
  });
});
