import { snowflakeAt } from '../../src/snowflake.ts';

/** An id that Discord could have made at a moment (UTC, as in `2026-11-22T10:00:00Z`). */
export const idAt = (moment: string | number, serial = 0): string =>
  String(BigInt(snowflakeAt(new Date(moment).getTime())) + BigInt(serial));

/** Ids of a server and two members. */
export const GUILD = '200000000000000001';
export const USER = '300000000000000001';
export const OTHER_USER = '300000000000000002';

/** Ids of a channel and two roles. */
export const CHANNEL = '400000000000000001';
export const ROLE = '500000000000000001';
export const OTHER_ROLE = '500000000000000002';
