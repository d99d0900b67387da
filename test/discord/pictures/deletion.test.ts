import { Collection, type Message } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { confirmation } from '../../../src/discord/pictures/deletion.ts';

/** A message that shows so many files. */
const showing = (files: number): Pick<Message, 'id' | 'attachments'> => ({
  id: '9',
  attachments: new Collection(
    Array.from({ length: files }, (_, index) => [String(index), {} as never]),
  ),
});

describe('the question before a deletion', () => {
  it.each([
    [1, /^Delete this message and its picture for everybody\?/],
    [4, /^Delete this message and its 4 pictures for everybody\?/],
    // A moderator has hidden them.
    [0, /^Delete this message for everybody\?/],
  ])('counts what its message shows: %i', (files, words) => {
    expect(confirmation(showing(files), 'record').content).toMatch(words);
  });

  it('names the message and the record in its button', () => {
    expect(JSON.stringify(confirmation(showing(1), 'record').components)).toContain('record:9');
  });
});
