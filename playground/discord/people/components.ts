import { flatten } from '../components.ts';
import type { Core } from '../core.ts';
import { InteractionType, type WireComponent, type WireMessage } from '../wire.ts';
import type { Channel, User } from '../world.ts';
import { type Chosen, choose, isMenu } from './menus.ts';
import type { Action, ActionDetails } from './payload.ts';
import { createReferences } from './references.ts';
import { ClientRefusal } from './refusal.ts';

/** Someone pressing a button. */
export interface Click extends ActionDetails {
  readonly message: WireMessage | string;
  /** The button, by its custom_id or by its label. */
  readonly button: string;
  readonly by: User;
}

/** Someone choosing from a select menu. */
export interface Select extends ActionDetails {
  readonly message: WireMessage | string;
  /** The menu, by its custom_id or its placeholder; may be left out when there is only one. */
  readonly menu?: string;
  readonly values: Chosen;
  readonly by: User;
}

const BUTTON = 2;
const LINK_STYLE = 5;

/** A message as it is now. Throws ClientRefusal for one that is gone, or that someone does not see. */
export function present(core: Core, message: WireMessage | string, by: User): WireMessage {
  const id = typeof message === 'string' ? message : message.id;
  const stored = core.messages.find(id);
  if (stored === undefined) throw new ClientRefusal(`message ${id} is gone.`);
  if (stored.onlyFor !== null && stored.onlyFor !== by.id) {
    throw new ClientRefusal(`${by.displayName} cannot see message ${id}.`);
  }
  return stored.message;
}

function pick(
  message: WireMessage,
  accepts: (component: WireComponent) => boolean,
  what: string,
): WireComponent {
  const found = flatten(message.components).find(accepts);
  if (found === undefined) throw new ClientRefusal(`message ${message.id} has no ${what}.`);
  if (found.disabled === true) throw new ClientRefusal(`${what} is disabled.`);
  return found;
}

function channelOf(core: Core, message: WireMessage): Channel {
  const channel = core.world.channels.get(message.channel_id);
  if (channel === undefined) throw new ClientRefusal(`channel ${message.channel_id} is gone.`);
  return channel;
}

function onMessage(
  core: Core,
  message: WireMessage,
  details: ActionDetails & { by: User },
  data: object,
): Action {
  const channel = channelOf(core, message);
  return { ...details, in: channel, type: InteractionType.Component, message, data };
}

/** The action of pressing a button. Throws ClientRefusal when nobody could press it. */
export function clickButton(core: Core, click: Click): Action {
  const message = present(core, click.message, click.by);
  const named = ({ type, custom_id, label, style }: WireComponent): boolean =>
    type === BUTTON &&
    style !== LINK_STYLE &&
    (custom_id === click.button || label === click.button);
  const button = pick(message, named, `button "${click.button}"`);
  const { raw, ageMs, by } = click;
  const data = { component_type: BUTTON, custom_id: button.custom_id, id: button.id };
  return onMessage(
    core,
    message,
    { by, ...(raw && { raw }), ...(ageMs !== undefined && { ageMs }) },
    data,
  );
}

/** The action of choosing from a menu. Throws ClientRefusal when the choice is not to be had. */
export function selectValues(core: Core, select: Select): Action {
  const message = present(core, select.message, select.by);
  const named = (component: WireComponent): boolean =>
    isMenu(component) &&
    (select.menu === undefined ||
      component.custom_id === select.menu ||
      component.placeholder === select.menu);
  const menu = pick(message, named, `menu "${select.menu ?? ''}"`);
  const channel = channelOf(core, message);
  const guild = core.world.guilds.get(channel.guildId ?? '');
  const references = createReferences(core, guild, channel, select.by);
  const data = {
    component_type: menu.type,
    custom_id: menu.custom_id,
    id: menu.id,
    values: choose(menu, select.values, references),
    ...references.field(),
  };
  const { raw, ageMs, by } = select;
  return onMessage(
    core,
    message,
    { by, ...(raw && { raw }), ...(ageMs !== undefined && { ageMs }) },
    data,
  );
}
