import type { Discord } from '../../playground/discord/index.ts';
import type { Stage } from './stage.ts';

/** What goes wrong on a route that is named apart. */
export type FaultDetails = Omit<Parameters<Discord['faults']['add']>[0], 'method' | 'route'>;

/** The first answer to an interaction. */
export const CALLBACK = 'POST /interactions/:id/:token/callback';

/** An edit of an interaction's message: pictures and notices. */
export const EDIT = 'PATCH /webhooks/:app/:token/messages/@original';

/** The question what an interaction's message holds. */
export const LOOK = 'GET /webhooks/:app/:token/messages/@original';

/** A further message, after the one that is edited. */
export const FOLLOW_UP = 'POST /webhooks/:app/:token';

/** Counts the requests to each route from now on. */
export function countRequests({ discord }: Stage): (route: string) => number {
  const before = discord.traffic.rest().length;
  return (route) =>
    discord.traffic
      .rest()
      .slice(before)
      .filter((exchange) => exchange.route === route).length;
}
