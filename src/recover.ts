import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { LeftBehind } from './conversation.ts';
import type { Accounts } from './credits/accounts.ts';
import { settle } from './settle.ts';

/** What a recovery needs. */
export interface RecoveryRoom {
  readonly accounts: Accounts;
  readonly log: Logger;
  readonly clock: Clock;
  readonly cut: AbortSignal;
}

/**
 * Ends what a crash left open. Discord says what was received: that is charged, the rest is released.
 * Whoever still waits is told first and the books follow, so that a crash in between only repeats.
 * The image service is never called. One that fails keeps no other from its end; it is thrown last.
 * @param inReview interactions whose pictures wait for a moderator: their holds stay.
 */
export async function recover(
  left: readonly LeftBehind[],
  room: RecoveryRoom,
  inReview: readonly string[] = [],
): Promise<void> {
  const ends = await Promise.allSettled(left.map((interaction) => recoverOne(interaction, room)));

  const seen = new Set([...left.map(({ interactionId }) => interactionId), ...inReview]);
  const orphans = await room.accounts.staleHolds((error) => {
    room.log.error({ err: error }, 'a server’s books are broken; that server is refused');
  });
  for (const hold of orphans.filter(({ interactionId }) => !seen.has(interactionId))) {
    await settle(hold, 0, room, room.clock.wait);
    room.log.warn({ interaction: hold.interactionId }, 'released a hold that nobody waits for');
  }
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

async function recoverOne(interaction: LeftBehind, room: RecoveryRoom): Promise<void> {
  const { interactionId, guildId, userId } = interaction;
  const standing = await interaction.look();
  if (room.cut.aborted || standing.kind === 'unknown') return;

  if (standing.kind === 'in-review') return interaction.close();

  const received = standing.kind === 'there' ? standing.received : 0;
  const waiting = standing.kind === 'absent' || (standing.kind === 'there' && standing.waiting);
  if (waiting && !(await interaction.tell({ kind: 'interrupted', received }))) return;

  if (guildId !== null) {
    const captured = await settle(
      { interactionId, guildId, userId },
      received,
      room,
      room.clock.wait,
    );
    if (captured === undefined) return;
    room.log.info({ interaction: interactionId, received, captured }, 'settled after a restart');
  }
  await interaction.close();
}
