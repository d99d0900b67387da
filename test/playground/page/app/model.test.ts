import { expect, it } from 'vitest';
import { applyEvent, EMPTY } from '../../../../playground/page/app/store/model.ts';
import type { MessageView, TrafficRecord } from '../../../../playground/page/contract.ts';

const message = (id: string, content = ''): MessageView => ({
  id,
  channel: '1',
  author: { id: '2', name: 'Easel', bot: true },
  at: '2026-01-01T00:00:00.000Z',
  editedAt: null,
  asked: null,
  replyTo: null,
  thinking: false,
  ephemeral: false,
  content,
  attachments: [],
  embeds: [],
  components: [],
});

const beat = (seq: number): TrafficRecord => ({
  kind: 'gateway',
  seq,
  at: 0,
  direction: 'sent',
  op: 11,
  event: null,
  shard: 0,
});

it('keeps messages by age, replaced in place and removed', () => {
  const tell = { kind: 'messages' as const, all: false, removed: [] };
  const before = applyEvent(EMPTY, { ...tell, changed: [message('10'), message('9')] });
  expect(before.messages.map(({ id }) => id)).toEqual(['9', '10']);
  const edited = applyEvent(before, { ...tell, changed: [message('9', 'new')] });
  expect(edited.messages.map(({ id, content }) => [id, content])).toEqual([
    ['9', 'new'],
    ['10', ''],
  ]);
  const after = applyEvent(edited, { ...tell, changed: [], removed: ['9'] });
  expect(after.messages.map(({ id }) => id)).toEqual(['10']);
  const anew = applyEvent(after, { ...tell, all: true, changed: [message('3')] });
  expect(anew.messages.map(({ id }) => id)).toEqual(['3']);
});

it('takes no record twice when the stream begins anew', () => {
  const first = applyEvent(EMPTY, { kind: 'traffic', records: [beat(1), beat(2)] });
  const again = applyEvent(first, { kind: 'traffic', records: [beat(1), beat(2), beat(3)] });
  expect(again.traffic.map(({ seq }) => seq)).toEqual([1, 2, 3]);
});
