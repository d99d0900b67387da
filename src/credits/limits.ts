/** A channel or a role whose members' use is counted. */
export interface ShareName {
  readonly of: 'channel' | 'role';
  readonly id: string;
}

/** Which of a server's limits is meant. */
export type LimitName = { readonly of: 'server' | 'member-month' | 'member-day' } | ShareName;

/** What a server and its members may spend, in credits; Infinity is unlimited. */
export interface Limits {
  /** Credits a picture. */
  readonly price: number;
  /** Between two commands of one member. */
  readonly cooldownMs: number;
  /** The whole server, a month. */
  readonly server: number;
  /** Each member, a month and a UTC day. */
  readonly memberMonth: number;
  readonly memberDay: number;
  /** All members together in a channel, a month, by the channel's id. */
  readonly channels: Readonly<Record<string, number>>;
  /** All members with a role together, a month, by the role's id. */
  readonly roles: Readonly<Record<string, number>>;
}

/** How much of a limit is gone. */
export interface Gauge {
  readonly name: LimitName;
  readonly limit: number;
  readonly used: number;
  readonly held: number;
}

/** What a limit still allows, never below zero. */
export const roomIn = ({ limit, used, held }: Gauge): number => Math.max(0, limit - used - held);

/** The limit that allows least; of equals the first. */
export const tightest = (gauges: readonly [Gauge, ...Gauge[]]): Gauge =>
  gauges.reduce((found, gauge) => (roomIn(gauge) < roomIn(found) ? gauge : found), gauges[0]);
