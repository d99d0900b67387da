import type { Invocation } from '../../playground/discord/index.ts';
import type { Random } from '../../server/engine/paint/random.ts';
import { CANCEL_LABEL } from '../../src/words/progress.ts';
import { labelsOf } from './labels.ts';
import type { Stage } from './stage.ts';

const SERVERS = 4;
const CHANNELS = 4;
const MEMBERS = 5;

/** One `/imagine` of the crowd. */
export interface CrowdJob {
  readonly invocation: Invocation;
  readonly prompt: string;
  /** Pictures asked for. */
  readonly count: number;
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
}

/** It was not answered yet, or its answer is not the last word: there is something to cancel. */
const isOwed = (invocation: Invocation): boolean =>
  ['waiting', 'deferred'].includes(invocation.state) ||
  labelsOf(invocation.original()).includes(CANCEL_LABEL);

/** The members of every server, each in all of its channels. */
function seatsIn({ discord: { world } }: Stage) {
  const people = Array.from({ length: MEMBERS }, (_, index) => world.addPerson(`Member ${index}`));
  const guilds = Array.from({ length: SERVERS }, (_, index) => world.addGuild(`Server ${index}`));
  return guilds.flatMap((guild) => {
    for (const person of people) world.join(guild, person);
    const names = Array.from({ length: CHANNELS }, (_, index) => `pictures-${index}`);
    const channels = names.map((name) => world.addChannel(guild, name));
    return channels.flatMap((channel) => people.map((by) => ({ by, in: channel, guild })));
  });
}

/** People of several servers who keep a bot busy. */
export function gather(stage: Stage, random: Random) {
  const seats = seatsIn(stage);
  const jobs: CrowdJob[] = [];
  let underWay: readonly CrowdJob[] = [];

  function ask(): CrowdJob {
    const seat = seats[random.int(0, seats.length - 1)];
    if (seat === undefined) throw new Error('Nobody is there.');
    const { by, in: channel, guild } = seat;
    const prompt = `Picture ${jobs.length}`;
    const count = random.int(1, 4);
    const options = { prompt, count };
    const invocation = stage.discord.use({ command: 'imagine', options, by, in: channel });
    const place = { guildId: guild.id, channelId: channel.id, userId: by.id };
    return { invocation, prompt, count, ...place };
  }

  /** Those whose last word the bot owes, or will owe once it has answered. */
  function inFlight(): readonly CrowdJob[] {
    underWay = underWay.filter(({ invocation }) => isOwed(invocation));
    return underWay;
  }

  return {
    /** Everything that was asked for. */
    jobs: jobs as readonly CrowdJob[],
    inFlight,
    /** The bot was killed: what it had not answered by then, no bot ever will. */
    forsaken(): void {
      underWay = inFlight().filter(({ invocation }) => invocation.state !== 'waiting');
    },
    /** Asks for a picture whenever fewer than so many are under way. Returns what ends it. */
    keepBusy(count: number): () => void {
      let asking = false;
      const fill = (): void => {
        if (asking) return;
        asking = true;
        while (inFlight().length < count) {
          const job = ask();
          jobs.push(job);
          underWay = [...underWay, job];
        }
        asking = false;
      };
      fill();
      return stage.discord.subscribe(fill);
    },
  };
}

/** The crowd around one stage. */
export type Crowd = ReturnType<typeof gather>;
