import type { AttachmentStore } from './attachments.ts';
import type { CommandStore } from './commands.ts';
import type { FaultBook } from './faults.ts';
import type { InteractionStore } from './interactions.ts';
import type { MessageStore } from './messages.ts';
import type { Notifier } from './notifier.ts';
import type { DiscordSettings } from './settings.ts';
import type { SnowflakeMint } from './snowflake.ts';
import type { TrafficLog } from './traffic.ts';
import type { Registry } from './world.ts';

/** What the REST routes, the gateway and the people's side all work on. */
export interface Core {
  readonly settings: DiscordSettings;
  readonly now: () => number;
  readonly mint: SnowflakeMint;
  readonly world: Registry;
  readonly applicationId: string;
  /** The bot's token, without the `Bot ` prefix. */
  readonly token: string;
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  readonly origin: () => string;
  readonly commands: CommandStore;
  readonly interactions: InteractionStore;
  readonly messages: MessageStore;
  readonly attachments: AttachmentStore;
  readonly traffic: TrafficLog;
  readonly faults: FaultBook;
  readonly notifier: Notifier;
}
