import type { CommandView, MessageView, PageState } from '../../contract.ts';
import type { MenuEntry, MenuView } from '../dialogs/context-menu.ts';
import type { Deed, MenuRequest } from '../events.ts';

const USER = 2;
const MESSAGE = 3;

/** Roles that may remove what others wrote. */
const REMOVERS: readonly string[] = ['Moderators', 'Managers', 'Owner'];

const offered = (state: PageState, type: number, channelId: string): CommandView[] =>
  state.commands.filter((one) => one.type === type && one.usableIn.includes(channelId));

/** Whether one may remove a message. */
const mayDelete = ({ me }: PageState, { author }: MessageView): boolean =>
  author.id === me.id || REMOVERS.includes(me.role);

/** Whether messages of a channel have a menu at all. */
export const hasMessageMenu = (state: PageState, channelId: string): boolean =>
  offered(state, MESSAGE, channelId).length > 0 || REMOVERS.includes(state.me.role);

function ofMessage(
  state: PageState,
  channel: string,
  message: MessageView,
  perform: (deed: Deed) => void,
): Omit<MenuView, 'x' | 'y'> {
  const apps = offered(state, MESSAGE, channel).map(
    ({ name }): MenuEntry => ({
      label: name,
      act: () => perform({ kind: 'message-menu', channel, command: name, message: message.id }),
    }),
  );
  const { id, content, ephemeral } = message;
  const remove: MenuEntry = {
    label: 'Delete message',
    isDangerous: true,
    act: () => perform({ kind: 'delete', message: id }),
  };
  const copy = { label: 'Copy text', act: () => void navigator.clipboard.writeText(content) };
  const others = [
    ...(content === '' ? [] : [copy]),
    ...(mayDelete(state, message) && !ephemeral ? [remove] : []),
  ];
  return { title: `Message by ${message.author.name}`, apps, others };
}

function ofPerson(
  state: PageState,
  channel: string,
  user: string,
  perform: (deed: Deed) => void,
): Omit<MenuView, 'x' | 'y'> {
  const name = [...state.people, state.bot].find(({ id }) => id === user)?.name ?? '';
  const apps = offered(state, USER, channel).map(
    ({ name: command }): MenuEntry => ({
      label: command,
      act: () => perform({ kind: 'user-menu', channel, command, user }),
    }),
  );
  const copy = { label: 'Copy ID', act: () => void navigator.clipboard.writeText(user) };
  return { title: name, apps, others: [copy] };
}

/** The menu of what was asked about. */
export function menuFor(
  state: PageState,
  channelId: string,
  { target, x, y }: MenuRequest,
  perform: (deed: Deed) => void,
): MenuView {
  const menu =
    'message' in target
      ? ofMessage(state, channelId, target.message, perform)
      : ofPerson(state, channelId, target.person, perform);
  return { ...menu, x, y };
}
