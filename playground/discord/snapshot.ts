import { z } from 'zod';
import type { Upload } from './attachments.ts';
import type { Core } from './core.ts';
import type { InteractionState } from './interactions.ts';
import type { WireCommand, WireMessage, WireModal } from './wire.ts';

const id = z.string().regex(/^\d{1,20}$/);

const loose = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);

/** What this Discord keeps of itself, as JSON; the bytes of its files are kept apart. */
export const snapshotSchema = z.strictObject({
  /** When its world was made, in ms since 1970: ids are made from it, so the same moment gives the same ids. */
  bornAt: z.int().positive(),
  /** The address it had, which its messages' files begin with. */
  origin: z.url(),
  token: z.string().min(1),
  /** By channel name: whoever restores it must come to the same ids. */
  channels: z.record(z.string(), id),
  commands: z.array(z.tuple([id.nullable(), z.array(loose<WireCommand>())])),
  messages: z.array(
    z.strictObject({
      message: loose<WireMessage>().and(z.object({ id, channel_id: id })),
      onlyFor: id.nullable(),
    }),
  ),
  interactions: z.array(
    z.strictObject({
      id,
      token: z.string(),
      type: z.int(),
      createdAt: z.int(),
      userId: id,
      channelId: id,
      guildId: id.nullable(),
      sourceMessageId: id.nullable(),
      attachmentSizeLimit: z.int(),
      userInstalled: z.boolean(),
      commandName: z.string().optional(),
      openerId: id.optional(),
      target: z.strictObject({ kind: z.enum(['user', 'message']), id }).optional(),
      state: z.enum(['waiting', 'deferred', 'answered', 'expired'] satisfies InteractionState[]),
      answerType: z.int().optional(),
      originalId: id.nullable(),
      loading: z.boolean(),
      followUpIds: z.array(id),
      fileIds: z.array(id),
      modal: loose<WireModal>().optional(),
    }),
  ),
  files: z.array(z.strictObject({ id, filename: z.string(), contentType: z.string() })),
});

/** What this Discord keeps of itself. */
export type Snapshot = z.infer<typeof snapshotSchema>;

/** A snapshot, and the bytes of its files by id. */
export interface Saved {
  readonly snapshot: Snapshot;
  readonly bytes: ReadonlyMap<string, Buffer>;
}

const channelIds = ({ world }: Core): Record<string, string> =>
  Object.fromEntries([...world.channels.values()].map((channel) => [channel.name, channel.id]));

/** Describes everything that is to be there after a restart. */
export function takeSnapshot(core: Core, bornAt: number): Snapshot {
  return {
    bornAt,
    origin: core.origin(),
    token: core.token,
    channels: channelIds(core),
    commands: core.commands.scopes().map(([scope, commands]) => [scope, [...commands]]),
    messages: core.messages.all().map(({ message, onlyFor }) => ({ message, onlyFor })),
    interactions: core.interactions
      .all()
      .map(({ user, payload: _payload, pending: _pending, choices: _choices, ...kept }) => ({
        ...kept,
        userId: user.id,
        followUpIds: [...kept.followUpIds],
        fileIds: [...kept.fileIds],
      })),
    files: core.attachments
      .all()
      .map(([fileId, { filename, contentType }]) => ({ id: fileId, filename, contentType })),
  };
}

/**
 * Whether a snapshot was taken of this world or of an earlier one that lacked some of its channels: a name that
 * both know has the same id in both, and no id has another name there.
 */
export function fits(core: Core, { channels }: Snapshot): boolean {
  const kept = new Set(Object.values(channels));
  return Object.entries(channelIds(core)).every(([name, channelId]) =>
    channels[name] === undefined ? !kept.has(channelId) : channels[name] === channelId,
  );
}

/** Puts everything of a snapshot back. What its files' addresses begin with becomes this Discord's own. */
export function restore(core: Core, { snapshot, bytes }: Saved): void {
  for (const [scope, commands] of snapshot.commands) core.commands.restore(scope, commands);
  for (const { id: fileId, filename, contentType } of snapshot.files) {
    const upload: Upload = {
      index: 0,
      filename,
      contentType,
      bytes: bytes.get(fileId) ?? Buffer.alloc(0),
    };
    core.attachments.restore(fileId, upload);
  }
  const moved = JSON.stringify(snapshot.messages).replaceAll(
    `"${snapshot.origin}/attachments/`,
    `"${core.origin()}/attachments/`,
  );
  for (const { message, onlyFor } of JSON.parse(moved) as Snapshot['messages'])
    core.messages.add(message, onlyFor);
  for (const {
    userId,
    commandName,
    openerId,
    target,
    answerType,
    modal,
    ...kept
  } of snapshot.interactions) {
    const user = core.world.users.get(userId);
    if (user === undefined) continue;
    core.interactions.add({
      ...kept,
      user,
      commandName,
      openerId,
      target,
      answerType,
      modal,
      payload: {},
      pending: 0,
      choices: undefined,
    });
  }
}
