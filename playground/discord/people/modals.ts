import { flatten } from '../components.ts';
import type { Core } from '../core.ts';
import type { Interaction } from '../interactions.ts';
import { InteractionType, type WireComponent } from '../wire.ts';
import { type Chosen, choose, isMenu } from './menus.ts';
import type { Action, ActionDetails } from './payload.ts';
import { type References, createReferences } from './references.ts';
import { ClientRefusal } from './refusal.ts';

/** Someone sending a modal. */
export interface Submit extends ActionDetails {
  /** Text or choices by the input's custom_id; what is left out keeps its preset value. */
  readonly values: Readonly<Record<string, string | Chosen>>;
}

const TEXT_INPUT = 4;

function write(input: WireComponent, value: string | Chosen): object {
  const { min_length: min = 0, max_length: max = 4_000, required = true } = input;
  if (typeof value !== 'string') throw new ClientRefusal(`"${input.custom_id}" takes a text.`);
  if (value === '' && required) throw new ClientRefusal(`input "${input.custom_id}" is required.`);
  if (value !== '' && (value.length < min || value.length > max)) {
    throw new ClientRefusal(`input "${input.custom_id}" takes ${min} to ${max} characters.`);
  }
  return { value };
}

function pick(menu: WireComponent, chosen: string | Chosen, references: References): object {
  const { custom_id, required = true } = menu;
  if (typeof chosen === 'string') throw new ClientRefusal(`"${custom_id}" takes a list.`);
  if (chosen.length > 0) return { values: choose(menu, chosen, references) };
  if (required) throw new ClientRefusal(`menu "${custom_id}" is required.`);
  return { values: [] };
}

/** The options of a menu that are chosen before anyone touches it. */
function preset(core: Core, { options = [], default_values = [] }: WireComponent): Chosen {
  const { channels, guilds, users } = core.world;
  const roles = [...guilds.values()].flatMap((guild) => guild.roles);
  const things = default_values.map(
    ({ id }) => channels.get(id) ?? users.get(id) ?? roles.find((role) => role.id === id),
  );
  return [
    ...options.filter((option) => option.default === true).map(({ value }) => value),
    ...things.filter((thing) => thing !== undefined),
  ];
}

/** The action of sending the modal an interaction opened. Throws ClientRefusal when it opened none. */
export function submitModal(core: Core, opener: Interaction, submit: Submit): Action {
  const { modal } = opener;
  const channel = core.world.channels.get(opener.channelId);
  if (modal === undefined || channel === undefined) throw new ClientRefusal('no modal is open.');
  const inputs = new Set(flatten(modal.components).map(({ custom_id }) => custom_id));
  const stray = Object.keys(submit.values).find((name) => !inputs.has(name));
  if (stray !== undefined) throw new ClientRefusal(`the modal has no input "${stray}".`);
  const guild = core.world.guilds.get(opener.guildId ?? '');
  const references = createReferences(core, guild, channel, opener.user);

  const fill = (component: WireComponent): object => {
    const { type, id = 0, custom_id = '' } = component;
    const given = submit.values[custom_id];
    if (type === TEXT_INPUT) {
      return { type, id, custom_id, ...write(component, given ?? component.value ?? '') };
    }
    if (isMenu(component)) {
      return {
        type,
        id,
        custom_id,
        ...pick(component, given ?? preset(core, component), references),
      };
    }
    if (component.component !== undefined)
      return { type, id, component: fill(component.component) };
    return {
      type,
      id,
      ...(component.components && { components: component.components.map(fill) }),
    };
  };
  const source = core.messages.find(opener.sourceMessageId ?? '')?.message;
  const components = modal.components.map(fill);
  return {
    ...submit,
    by: opener.user,
    openerId: opener.id,
    in: channel,
    type: InteractionType.ModalSubmit,
    data: { custom_id: modal.custom_id, components, ...references.field() },
    ...(source === undefined ? {} : { message: source }),
  };
}
