import type { Invocation, User } from '../../discord/index.ts';
import { Permission } from '../../discord/permissions.ts';
import type { Action, ActionResult, ComponentView } from '../contract.ts';
import { PageRefusal } from '../guard.ts';
import { filledOptions } from './filled-options.ts';
import type { House } from './house.ts';
import type { Openers } from './openers.ts';
import { chosenValues } from './chosen-values.ts';
import { channelOf, may, messageOf, personOf } from './standing.ts';

/** What Discord's client shows when the first answer does not come in time. */
const UNANSWERED = 'The application did not respond';

const DONE: ActionResult = { kind: 'done' };

/** An action that reaches the bot. */
type Sent = Exclude<Action, { kind: 'say' | 'dismiss' | 'delete' }>;

function send(house: House, openers: Openers, action: Sent, by: User): Invocation {
  const { discord, chat } = house;
  switch (action.kind) {
    case 'use':
    case 'autocomplete': {
      const place = channelOf(discord, by, action.channel);
      const { command } = action;
      const options = filledOptions(discord, action.options);
      if (action.kind === 'use') return chat.send({ by, in: place, command, options });
      return discord.autocomplete({ by, in: place, command, options, focused: action.focused });
    }
    case 'click':
      return discord.click({ by, message: action.message, button: action.button });
    case 'select': {
      const { menu, message } = action;
      const values = chosenValues(
        discord,
        messageOf(discord, by, message).components,
        menu,
      )(action.values);
      return discord.select({ by, message, menu, values });
    }
    case 'submit': {
      const opener = openers.of(by, action.opener);
      const values = Object.entries(action.values).map(([name, value]) => {
        if (typeof value === 'string') return [name, value] as const;
        return [name, chosenValues(discord, opener.modal?.components ?? [], name)(value)] as const;
      });
      return discord.submit(opener, { values: Object.fromEntries(values) });
    }
    case 'message-menu':
      return discord.contextMenu({
        by,
        in: channelOf(discord, by, action.channel),
        command: action.command,
        target: messageOf(discord, by, action.message),
      });
    case 'user-menu': {
      const target = discord.world.users.get(action.user);
      if (target === undefined) throw new PageRefusal(404, 'There is no such person here.');
      const place = channelOf(discord, by, action.channel);
      return discord.contextMenu({ by, in: place, command: action.command, target });
    }
  }
}

function remove({ discord }: House, by: User, id: string): ActionResult {
  const message = messageOf(discord, by, id);
  const place = channelOf(discord, by, message.channel_id);
  const isOwn = message.author.id === by.id;
  if (!isOwn && !may(discord, by, place, Permission.ManageMessages))
    throw new PageRefusal(403, 'Only those who manage messages may delete this one.');
  discord.deleteMessage(message);
  return DONE;
}

async function outcome(invocation: Invocation): Promise<ActionResult> {
  if ((await invocation.answered) === 'expired') return { kind: 'unanswered', text: UNANSWERED };
  const { id, modal, choices } = invocation;
  if (choices !== undefined) return { kind: 'choices', choices: [...choices] };
  if (modal === undefined) return DONE;
  const components = modal.components as readonly ComponentView[] as ComponentView[];
  return { kind: 'modal', modal: { opener: id, title: modal.title, components } };
}

/**
 * Does what someone does on the page, and waits for the bot's first answer. Throws PageRefusal and
 * ClientRefusal when Discord's client would not let them.
 */
export async function perform(
  house: House,
  openers: Openers,
  action: Action,
): Promise<ActionResult> {
  const by = personOf(house.discord, action.as);
  if (action.kind === 'say') {
    const { content, channel } = action;
    house.discord.say({ content, by, in: channelOf(house.discord, by, channel) });
    return DONE;
  }
  if (action.kind === 'delete') return remove(house, by, action.message);
  if (action.kind === 'dismiss') {
    house.dismiss(messageOf(house.discord, by, action.message));
    return DONE;
  }
  const invocation = send(house, openers, action, by);
  const result = await outcome(invocation);
  if (result.kind === 'modal') openers.keep(by, invocation);
  return result;
}
