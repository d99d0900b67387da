import { flatten } from '../components.ts';
import type { Core } from '../core.ts';
import type { Interaction } from '../interactions.ts';
import { InteractionType, type WireComponent, type WireMessage } from '../wire.ts';
import { wireUser } from '../users.ts';
import type { User } from '../world.ts';
import type { Action, ActionDetails } from './payload.ts';
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
  /** Values of options, or people. */
  readonly values: readonly (string | User)[];
  readonly by: User;
}

/** Someone sending a modal. */
export interface Submit extends ActionDetails {
  /** Text by the input's custom_id; what is left out keeps its preset value. */
  readonly values: Readonly<Record<string, string>>;
}

const Kind = { Button: 2, StringSelect: 3, TextInput: 4, UserSelect: 5 } as const;
const LINK_STYLE = 5;

function present(core: Core, message: WireMessage | string, by: User): WireMessage {
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

function onMessage(
  core: Core,
  message: WireMessage,
  details: ActionDetails & { by: User },
  data: object,
): Action {
  const channel = core.world.channels.get(message.channel_id);
  if (channel === undefined) throw new ClientRefusal(`channel ${message.channel_id} is gone.`);
  return { ...details, in: channel, type: InteractionType.Component, message, data };
}

/** The action of pressing a button. Throws ClientRefusal when nobody could press it. */
export function clickButton(core: Core, click: Click): Action {
  const message = present(core, click.message, click.by);
  const named = ({ type, custom_id, label, style }: WireComponent): boolean =>
    type === Kind.Button &&
    style !== LINK_STYLE &&
    (custom_id === click.button || label === click.button);
  const button = pick(message, named, `button "${click.button}"`);
  const { raw, ageMs, by } = click;
  const data = { component_type: Kind.Button, custom_id: button.custom_id, id: button.id };
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
  const named = ({ type, custom_id, placeholder }: WireComponent): boolean =>
    (type === Kind.StringSelect || type === Kind.UserSelect) &&
    (select.menu === undefined || custom_id === select.menu || placeholder === select.menu);
  const menu = pick(message, named, `menu "${select.menu ?? ''}"`);
  const values = select.values.map((value) => (typeof value === 'string' ? value : value.id));
  const { min_values: min = 1, max_values: max = 1 } = menu;
  if (values.length < min || values.length > max)
    throw new ClientRefusal(`the menu takes ${min} to ${max} values.`);
  const stray = values.find(
    (value) => menu.type === Kind.StringSelect && !menu.options?.some((o) => o.value === value),
  );
  if (stray !== undefined) throw new ClientRefusal(`the menu has no option "${stray}".`);
  const people = select.values.filter((value) => typeof value !== 'string');
  const resolved = { users: Object.fromEntries(people.map((user) => [user.id, wireUser(user)])) };
  const data = {
    component_type: menu.type,
    custom_id: menu.custom_id,
    id: menu.id,
    values,
    ...(people.length === 0 ? {} : { resolved }),
  };
  const { raw, ageMs, by } = select;
  return onMessage(
    core,
    message,
    { by, ...(raw && { raw }), ...(ageMs !== undefined && { ageMs }) },
    data,
  );
}

function filled(input: WireComponent, values: Submit['values']): WireComponent {
  const value = values[input.custom_id ?? ''] ?? input.value ?? '';
  const { min_length: min = 0, max_length: max = 4_000, required = true } = input;
  if (value === '' && required) throw new ClientRefusal(`input "${input.custom_id}" is required.`);
  if (value !== '' && (value.length < min || value.length > max)) {
    throw new ClientRefusal(`input "${input.custom_id}" takes ${min} to ${max} characters.`);
  }
  return { type: input.type, id: input.id ?? 0, custom_id: input.custom_id ?? '', value };
}

/** The action of sending the modal an interaction opened. Throws ClientRefusal when it opened none. */
export function submitModal(core: Core, opener: Interaction, submit: Submit): Action {
  const { modal } = opener;
  const channel = core.world.channels.get(opener.channelId);
  if (modal === undefined || channel === undefined) throw new ClientRefusal('no modal is open.');
  const inputs = new Set(flatten(modal.components).map(({ custom_id }) => custom_id));
  const stray = Object.keys(submit.values).find((name) => !inputs.has(name));
  if (stray !== undefined) throw new ClientRefusal(`the modal has no input "${stray}".`);

  const fill = (component: WireComponent): WireComponent => {
    if (component.type === Kind.TextInput) return filled(component, submit.values);
    const { type, id = 0 } = component;
    if (component.component !== undefined)
      return { type, id, component: fill(component.component) };
    return {
      type,
      id,
      ...(component.components && { components: component.components.map(fill) }),
    };
  };
  const source = core.messages.find(opener.sourceMessageId ?? '')?.message;
  return {
    ...submit,
    by: opener.user,
    in: channel,
    type: InteractionType.ModalSubmit,
    data: { custom_id: modal.custom_id, components: modal.components.map(fill) },
    ...(source === undefined ? {} : { message: source }),
  };
}
