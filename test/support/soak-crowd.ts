import type {
  Channel,
  Discord,
  Invocation,
  Message,
  User,
} from '../../playground/discord/index.ts';
import { ClientRefusal, Permission } from '../../playground/discord/index.ts';
import { CANCEL_LABEL } from '../../src/words/progress.ts';
import type { Random } from '../../server/engine/paint/random.ts';
import type { Stage } from './stage.ts';

const SERVERS = 5;
const MEMBERS = 10;

/** Messages that somebody looks back at. */
const RECENT = 12;

type Component = Message['components'][number];

/** One member of a server, and its channel. */
export interface Seat {
  readonly by: User;
  readonly in: Channel;
  readonly guildId: string;
}

/** What one member did. */
export interface Deed {
  readonly what: string;
  readonly seat: Seat;
  readonly invocation: Invocation;
}

/** Five servers of ten members each; the first of each moderates. */
export function seatsOf({ world }: Discord): Seat[] {
  return Array.from({ length: SERVERS }, (_, index) => {
    const guild = world.addGuild(`Server ${index}`);
    const channel = world.addChannel(guild, 'pictures');
    const moderators = world.addRole(guild, 'Moderators', Permission.ManageMessages);
    return Array.from({ length: MEMBERS }, (_unused, number): Seat => {
      const by = world.addPerson(`Member ${index}-${number}`);
      world.join(guild, by, ...(number === 0 ? [moderators] : []));
      return { by, in: channel, guildId: guild.id };
    });
  }).flat();
}

const BUTTON = 2;
const LINK_STYLE = 5;
const STRING_MENU = 3;

/** Everything below a message that can be used. */
const usable = ({ components }: Pick<Message, 'components'>): Component[] =>
  components
    .flatMap((row) => row.components ?? [])
    .filter(
      ({ type, disabled, style }) =>
        disabled !== true && ((type === BUTTON && style !== LINK_STYLE) || type === STRING_MENU),
    );

const place = ({ by, in: channel }: Seat) => ({ by, in: channel });

/** Somebody who does whatever can be done, at random. */
export function fidget({ discord }: Stage, random: Random) {
  const word = () =>
    random.pick([
      'a fox',
      'a lighthouse',
      'rain, fog',
      'Ünïcödé 👩‍🚀',
      'x'.repeat(3_000),
      '@everyone **b**',
    ]);

  function command(seat: Seat): Deed {
    const what = random.pick(['imagine', 'imagine', 'imagine', 'credits', 'history', 'style']);
    switch (what) {
      case 'imagine': {
        const options = { prompt: word(), count: random.int(1, 4) };
        const seed = random.chance(0.3) ? { seed: random.int(0, 4_000_000) } : {};
        return {
          what: '/imagine',
          seat,
          invocation: discord.use({
            command: 'imagine',
            options: { ...options, ...seed },
            ...place(seat),
          }),
        };
      }
      case 'style': {
        const sub = random.pick(['show', 'clear']);
        const invocation = discord.use({ command: `style ${sub}`, ...place(seat) });
        return { what: `/style ${sub}`, seat, invocation };
      }
      default:
        return {
          what: `/${what}`,
          seat,
          invocation: discord.use({ command: what, ...place(seat) }),
        };
    }
  }

  function press(seat: Seat): Deed | undefined {
    const seen = discord.messages(seat.in, seat.by).slice(-RECENT);
    const offering = seen.filter((message) => usable(message).length > 0);
    const [first, ...others] = offering;
    if (first === undefined) return undefined;
    const message = random.pick([first, ...others]);
    const [one, ...more] = usable(message).filter(
      ({ label }) => label !== CANCEL_LABEL || random.chance(0.15),
    );
    if (one === undefined) return undefined;
    const component = random.pick([one, ...more]);
    const { by } = seat;
    const id = component.custom_id ?? '';
    const what = component.label ?? component.placeholder ?? id;
    if (component.type === BUTTON) {
      return { what, seat, invocation: discord.click({ message, button: id, by }) };
    }
    const [option, ...options] = component.options ?? [];
    if (option === undefined) return undefined;
    const values = [random.pick([option, ...options]).value];
    return { what, seat, invocation: discord.select({ message, menu: id, values, by }) };
  }

  function openMenu(seat: Seat): Deed | undefined {
    const [first, ...others] = discord.messages(seat.in, seat.by).slice(-RECENT);
    if (first === undefined) return undefined;
    const what = random.pick(['Picture details', 'Imagine like this']);
    const target = random.pick([first, ...others]);
    return {
      what,
      seat,
      invocation: discord.contextMenu({ command: what, target, ...place(seat) }),
    };
  }

  return {
    /** One more thing that a member does; undefined where it could not be done. */
    act(seat: Seat): Deed | undefined {
      try {
        if (random.chance(0.25)) return command(seat);
        return random.chance(0.1) ? openMenu(seat) : press(seat);
      } catch (error) {
        // Somebody else was faster: the message or its button is gone.
        if (error instanceof ClientRefusal) return undefined;
        throw error;
      }
    },

    /** Sends a form that was opened, as it is or with another prompt. */
    submit({ seat, what, invocation }: Deed): Deed | undefined {
      try {
        const values = random.chance(0.5) ? { prompt: 'a different fox' } : {};
        return { what: `${what}, sent`, seat, invocation: discord.submit(invocation, { values }) };
      } catch (error) {
        if (error instanceof ClientRefusal) return undefined;
        throw error;
      }
    },
  };
}
