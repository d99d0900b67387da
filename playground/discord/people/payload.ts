import type { Core } from '../core.ts';
import { EVERYONE } from '../default-world.ts';
import type { Interaction, MenuTarget } from '../interactions.ts';
import { permissionsIn } from '../permissions.ts';
import { actingMember, wireUser } from '../users.ts';
import { wireChannel } from '../channels.ts';
import type { WireMessage, WireOption } from '../wire.ts';
import type { Channel, User } from '../world.ts';

/** What every action of a person may add to its interaction. */
export interface ActionDetails {
  /** How long ago it happened, in ms: an interaction that reaches the bot late. */
  readonly ageMs?: number;
  /** True when the person installed the application and the guild did not. */
  readonly userInstalled?: boolean;
  /** Fields of INTERACTION_CREATE to replace, as another client version would send them. */
  readonly raw?: Readonly<Record<string, unknown>>;
  /** A command's options as they are, unchecked: what a client sends that knows an older version of it. */
  readonly rawOptions?: readonly WireOption[];
}

/** One action of a person, ready to become an interaction. */
export interface Action extends ActionDetails {
  readonly type: number;
  readonly by: User;
  readonly in: Channel;
  readonly data: object;
  readonly message?: WireMessage;
  readonly commandName?: string;
  /** The interaction that opened the modal it submits. */
  readonly openerId?: string;
  /** What a context menu was opened on. */
  readonly menuTarget?: MenuTarget;
  /** Ids of the files that were attached to it. */
  readonly fileIds?: readonly string[];
}

/** Makes the interaction of an action and the payload of its INTERACTION_CREATE event. */
export function createInteraction(core: Core, action: Action): Interaction {
  const { by: user, in: channel } = action;
  const guild = core.world.guilds.get(channel.guildId ?? '');
  const createdAt = core.now() - (action.ageMs ?? 0);
  const id = core.mint(createdAt);
  const token = core.interactions.newToken(id);
  const userInstalled = action.userInstalled ?? false;
  const attachmentSizeLimit = guild?.attachmentSizeLimit ?? core.settings.attachmentSizeLimit;
  const member = guild && actingMember(guild, channel, user);
  const botPermissions = guild ? permissionsIn(guild, channel, core.world.bot) : EVERYONE;

  const payload = {
    id,
    application_id: core.applicationId,
    type: action.type,
    token,
    version: 1,
    data: action.data,
    channel_id: channel.id,
    channel: wireChannel(core, channel, user),
    ...(guild === undefined
      ? { user: wireUser(user) }
      : {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
          member,
        }),
    ...(action.message === undefined ? {} : { message: action.message }),
    locale: user.locale,
    app_permissions: botPermissions.toString(),
    entitlements: [],
    authorizing_integration_owners: userInstalled ? { '1': user.id } : { '0': guild?.id ?? '0' },
    context: guild === undefined ? 1 : 0,
    attachment_size_limit: attachmentSizeLimit,
    ...action.raw,
  };
  const interaction: Interaction = {
    id,
    token,
    type: action.type,
    createdAt,
    user,
    channelId: channel.id,
    guildId: channel.guildId,
    sourceMessageId: action.message?.id ?? null,
    attachmentSizeLimit,
    userInstalled,
    commandName: action.commandName,
    openerId: action.openerId,
    target: action.menuTarget,
    fileIds: action.fileIds ?? [],
    payload,
    state: 'waiting',
    answerType: undefined,
    originalId: null,
    loading: false,
    followUpIds: [],
    pending: 0,
    modal: undefined,
    choices: undefined,
  };
  core.interactions.add(interaction);
  return interaction;
}
