import type { Core } from '../core.ts';
import type { Hub } from '../gateway/hub.ts';
import { refuse } from '../errors.ts';
import {
  type Complete,
  type ContextMenu,
  type Use,
  completeOption,
  offeredCommands,
  openContextMenu,
  useCommand,
} from './commands.ts';
import { type Click, type Select, clickButton, selectValues } from './components.ts';
import { type Submit, submitModal } from './modals.ts';
import { say, type Saying } from './say.ts';
import { checkGatewayEvent } from '../rules/index.ts';
import { type Invocation, follow } from './invocation.ts';
import { type Action, createInteraction } from './payload.ts';
import type { WireCommand, WireMessage } from '../wire.ts';
import type { Channel, User } from '../world.ts';

/** What people can do. Each throws ClientRefusal when Discord's client would not let them. */
export function people(core: Core, hub: Hub) {
  const send = (action: Action): Invocation => {
    const interaction = createInteraction(core, action);
    const asDiscordSends = action.raw === undefined && action.rawOptions === undefined;
    if (asDiscordSends) {
      core.traffic.condemn(
        'INTERACTION_CREATE',
        checkGatewayEvent('INTERACTION_CREATE', interaction.payload),
      );
    }
    const invocation = follow(core, interaction);
    hub.interaction(interaction.guildId, interaction.payload);
    return invocation;
  };
  const known = ({ id, token }: Pick<Invocation, 'id' | 'token'>) => {
    const interaction = core.interactions.byId(id, token);
    if (interaction === undefined) throw refuse.unknownInteraction();
    return interaction;
  };
  return {
    /** The commands that Discord's client offers someone in a channel. */
    offered: (by: User, channel: Channel): readonly WireCommand[] =>
      offeredCommands(core, { by, in: channel }),
    /** The name of the command an interaction came from, as far as it is known. */
    commandOf: (interactionId: string): string | undefined =>
      core.interactions.commandName(interactionId),
    /** Writes a message. */
    say: (saying: Saying): WireMessage => say(core, saying),
    /** Sends a slash command. */
    use: (use: Use): Invocation => send(useCommand(core, use)),
    /** Asks for suggestions while typing. */
    autocomplete: (use: Complete): Invocation => send(completeOption(core, use)),
    /** Chooses from the menu of a user or a message. */
    contextMenu: (menu: ContextMenu): Invocation => send(openContextMenu(core, menu)),
    /** Presses a button. */
    click: (click: Click): Invocation => send(clickButton(core, click)),
    /** Chooses from a select menu. */
    select: (select: Select): Invocation => send(selectValues(core, select)),
    /** Sends the modal an interaction opened. */
    submit: (opener: Invocation, submit: Submit): Invocation =>
      send(submitModal(core, known(opener), submit)),
    /** Sends the same INTERACTION_CREATE once more. */
    dispatch: (invocation: Invocation): void => {
      const { guildId, payload } = known(invocation);
      hub.interaction(guildId, payload);
    },
  };
}
