import { type MessageComponentInteraction, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/discord/command.ts';
import { rule } from '../../../src/discord/moderation/ruling.ts';
import type { Case } from '../../../src/moderation/case-documents.ts';
import type { Decided } from '../../../src/reporting/verdict.ts';
import { BLOCK_REFUSED } from '../../../src/words/blocks.ts';
import { MODERATION_WORDS } from '../../../src/words/moderation.ts';
import { notDoneText, RULED, stillThereText } from '../../../src/words/reports.ts';
import { listeningLog } from '../../support/edge-log.ts';
import { CHANNEL, GUILD, OTHER_USER, USER } from '../../support/snowflakes.ts';

const MESSAGE = '500000000000000009';
const MODERATOR = PermissionFlagsBits.ManageMessages;
const BEFORE = '**Case 1** · reported';

/** What a moderator's app is told, in its order. */
type Heard = readonly [kind: string, body?: unknown];

interface Standing {
  readonly permissions?: bigint;
  readonly content?: string;
  /** Whether it is the case as the moderator alone sees it. */
  readonly isCard?: boolean;
}

/** Somebody presses a button under a case, and hears what `carryOut` comes to. */
async function press(
  carryOut: () => Promise<Decided>,
  { permissions = MODERATOR, content = BEFORE, isCard = false }: Standing = {},
) {
  const heard: Heard[] = [];
  const hear = (kind: string) => (_: unknown, body?: unknown) => {
    heard.push(body === undefined ? [kind] : [kind, body]);
    return Promise.resolve();
  };
  const api = {
    accept: hear('accept'),
    whisper: hear('whisper'),
    editOriginal: hear('edit'),
    whisperAfter: hear('whisper after'),
  };
  const { log, lines } = listeningLog();
  const interaction = {
    id: MESSAGE,
    guildId: GUILD,
    user: { id: OTHER_USER },
    applicationId: USER,
    memberPermissions: { has: (wanted: bigint) => (permissions & wanted) === wanted },
    message: {
      content,
      flags: { has: (f: MessageFlags) => isCard && f === MessageFlags.Ephemeral },
    },
  } as unknown as MessageComponentInteraction;
  const desk = { line: { api, log } } as unknown as Desk;
  await rule(interaction, MESSAGE, desk, carryOut);
  return { heard, lines };
}

const end = { outcome: 'hidden', by: OTHER_USER, at: 0 } as const;
const entry: Case = {
  v: 1,
  facts: { kind: 'report' },
  actor: OTHER_USER,
  target: USER,
  at: 0,
  link: { channel: CHANNEL, message: MESSAGE },
  reason: null,
  note: null,
  end,
};

const decided = (fields: Partial<Extract<Decided, { kind: 'decided' }>> = {}): Decided => ({
  kind: 'decided',
  entry,
  end,
  handled: 'done',
  isHidden: false,
  ...fields,
});

const LINE = `→ <@${OTHER_USER}> hid what was reported of <@${USER}> · <t:0:f>`;
const SHOW = [
  expect.objectContaining({ components: [expect.objectContaining({ label: 'Show again' })] }),
];

describe('a click under a case', () => {
  it('adds the decision to its message, with what can be taken back', async () => {
    const { heard } = await press(() => Promise.resolve(decided({ isHidden: true })));
    expect(heard).toEqual([
      ['accept'],
      ['edit', { content: `${BEFORE}\n${LINE}`, components: SHOW }],
    ]);
  });

  it('says the decision alone above a card, and leaves a message that is full as it is', async () => {
    const card = await press(() => Promise.resolve(decided()), { isCard: true, content: '' });
    expect(card.heard[1]).toEqual(['edit', { content: LINE, components: [] }]);
    const full = await press(() => Promise.resolve(decided()), { content: 'x'.repeat(1_990) });
    expect(full.heard[1]).toEqual(['edit', { components: [] }]);
  });

  it.each<[Decided, rows: Heard[], whisper: unknown]>([
    [
      decided({ handled: 'refused' }),
      [['edit', { content: `${BEFORE}\n${LINE}`, components: [] }]],
      stillThereText('refused'),
    ],
    [
      { kind: 'closed-before', ...end, target: USER, isHidden: true },
      [['edit', { components: SHOW }]],
      expect.stringMatching(/^You decided before: .* Nothing was changed\.$/),
    ],
    [
      { kind: 'closed-before', ...end, by: USER, target: USER, isHidden: false },
      [['edit', { components: [] }]],
      expect.stringMatching(/^Somebody was faster: .* Nothing was changed\.$/),
    ],
    [{ kind: 'no-report' }, [['edit', { components: [] }]], RULED.noReport],
    [{ kind: 'not-hidden' }, [['edit', { components: [] }]], RULED.notHidden],
    [{ kind: 'gone' }, [['edit', { components: [] }]], RULED.gone],
    [{ kind: 'no-author' }, [], RULED.noAuthor],
    [{ kind: 'own' }, [], BLOCK_REFUSED.self],
    [{ kind: 'not-done', why: 'lost' }, [], notDoneText('lost')],
  ])('tells the moderator alone of %j', async (what, rows, whisper) => {
    const { heard } = await press(() => Promise.resolve(what));
    const told = ['whisper after', { content: whisper }];
    expect(heard).toEqual([['accept'], ...rows, told]);
  });

  it('says that pictures are shown again, and leaves nothing to press', async () => {
    const { heard } = await press(() => Promise.resolve({ kind: 'shown', pictures: 1 }));
    const content = `${BEFORE}\n→ ${RULED.shown}`;
    expect(heard).toEqual([['accept'], ['edit', { content, components: [] }]]);
  });

  it('does nothing for whoever may not manage messages any more', async () => {
    let isAsked = false;
    const { heard } = await press(
      () => {
        isAsked = true;
        return Promise.resolve(decided());
      },
      { permissions: 0n },
    );
    expect(isAsked).toBe(false);
    expect(heard).toEqual([['whisper', { content: MODERATION_WORDS.notAllowed }]]);
  });

  it('changes nothing under the case after a breakdown, and says so', async () => {
    const { heard, lines } = await press(() => Promise.reject(new Error('disk')));
    expect(heard).toEqual([
      ['accept'],
      ['whisper after', { content: MODERATION_WORDS.unavailable }],
    ]);
    expect(lines.join()).toContain('a decision about a report failed');
  });
});
