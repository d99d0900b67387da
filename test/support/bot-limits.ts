import type { Discord, Invocation, OptionValues } from '../../playground/discord/index.ts';
import type { Stage } from './stage.ts';

type Use = Partial<Parameters<Discord['use']>[0]>;

/** The panel that `/settings` shows a manager in #art, and what can be done with it. */
export async function settingsPanel({ discord }: Pick<Stage, 'discord'>, more: Use = {}) {
  const { people, channels } = discord.world;
  const place = { by: people.manager, in: channels.art, ...more };
  const { by } = place;
  const message = await discord.use({ command: 'settings', ...place }).settled();
  const { id } = message;
  const now = () => {
    const found = discord.messages(place.in, by).find((one) => one.id === id);
    if (found === undefined) throw new Error('The panel is gone.');
    return found;
  };
  /** The id of a menu; one that is shown afresh has a part more. */
  const menuOf = (menu: string): string =>
    now()
      .components.flatMap(({ components: parts = [] }) =>
        parts.map(({ custom_id = '' }) => custom_id),
      )
      .find((each) => each === menu || each.startsWith(`${menu}:`)) ?? menu;
  const end = async (invocation: Invocation) => {
    await invocation.settled();
    return now();
  };
  return {
    id,
    now,
    /** Chooses from a menu by its custom id without the kind. */
    choose: (menu: string, ...values: Chosen) =>
      end(discord.select({ message: id, menu: menuOf(`settings:${menu}`), values, by })),
    /** Goes to a page. */
    page: (name: string) =>
      end(discord.select({ message: id, menu: menuOf('settings:page:all'), values: [name], by })),
    /** Opens a form with a button. */
    async open(form: string): Promise<Invocation> {
      const clicked = discord.click({ message: id, button: `settings:form:${form}`, by });
      await clicked.answered;
      return clicked;
    },
    /** Opens the form for the limit of a channel or a role. */
    async share(of: 'channels' | 'roles', thing: Exclude<Chosen[number], string>) {
      const menu = menuOf(`settings:share:${of}`);
      const chosen = discord.select({ message: id, menu, values: [thing], by });
      await chosen.answered;
      return chosen;
    },
    /** Sends a form that was opened; what is left out stays as it was filled in. */
    send: (opener: Invocation, values: Readonly<Record<string, string>>) =>
      end(discord.submit(opener, { values })),
  };
}

type Panel = Awaited<ReturnType<typeof settingsPanel>>;
type Chosen = Parameters<Discord['select']>[0]['values'];

/** What is changed with one visit to the panel. */
interface Visit {
  readonly server?: number;
  readonly memberDay?: number;
  readonly memberMonth?: number;
  readonly cooldownSeconds?: number;
  readonly queuePerMember?: number;
  readonly negativePrompt?: string;
  readonly shares?: readonly (readonly [
    of: 'channels' | 'roles',
    thing: Exclude<Chosen[number], string>,
    credits: number,
  ])[];
  readonly logChannel?: Chosen;
  readonly values?: Readonly<Record<string, string>>;
  readonly channels?: Chosen;
  readonly roles?: Chosen;
}

/** Opens the panel as a manager in #art, changes something, and gives what it says then. */
export async function settings(stage: Pick<Stage, 'discord'>, visit: Visit = {}, more: Use = {}) {
  const panel = await settingsPanel(stage, more);
  const {
    negativePrompt,
    shares = [],
    logChannel,
    values = {},
    channels,
    roles,
    ...amounts
  } = visit;
  if (Object.keys(amounts).length > 0) {
    await panel.page('limits');
    const written = Object.entries(amounts).map(([name, amount]) => [name, String(amount)]);
    await panel.send(await panel.open('amounts'), Object.fromEntries(written));
  }
  if (negativePrompt !== undefined) {
    await panel.page('defaults');
    await panel.send(await panel.open('negative'), { negativePrompt });
  }
  for (const [of, thing, credits] of shares) await setShare(panel, of, thing, credits);
  if (logChannel !== undefined) {
    await panel.page('records');
    await panel.choose('value:logChannel', ...logChannel);
  }
  for (const [name, value] of Object.entries(values)) {
    await panel.page(name === 'agePolicy' ? 'place' : name === 'review' ? 'review' : 'defaults');
    await panel.choose(`value:${name}`, value);
  }
  if (channels !== undefined || roles !== undefined) await panel.page('place');
  if (channels !== undefined) await panel.choose('names:channels', ...channels);
  if (roles !== undefined) await panel.choose('names:roles', ...roles);
  return panel.now();
}

async function setShare(
  panel: Panel,
  of: 'channels' | 'roles',
  thing: Exclude<Chosen[number], string>,
  credits: number,
): Promise<void> {
  await panel.page('shares');
  await panel.send(await panel.share(of, thing), { share: String(credits) });
}

/** What the bot's owner in #art is told after `/budget …`. */
export async function budget(
  { discord }: Stage,
  command: string,
  options: OptionValues = {},
  more: Use = {},
): Promise<string> {
  const { people, channels } = discord.world;
  const place = { by: people.owner, in: channels.art };
  const use = { command: `budget ${command}`, options, ...place, ...more };
  const { content } = await discord.use(use).settled();
  return content;
}

/** A field of an embed, by its name. */
export const fieldOf = (
  {
    embeds,
  }: {
    readonly embeds: readonly { readonly fields?: readonly { name: string; value: string }[] }[];
  },
  name: string,
): string | undefined => embeds[0]?.fields?.find((field) => field.name === name)?.value;
