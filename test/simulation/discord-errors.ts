import { DiscordAPIError, HTTPError } from 'discord.js';

const URL = 'https://discord.invalid';

/** Discord says no: its JSON error code and HTTP status, as @discordjs/rest throws it. */
export const refusal = (status: number, code: number): Error =>
  new DiscordAPIError({ code, message: 'no' }, code, status, 'PATCH', URL, {
    body: undefined,
    files: undefined,
  });

/** One of Discord's servers failed. */
export const serverFailure = (): Error =>
  new HTTPError(502, 'Bad Gateway', 'PATCH', URL, { body: undefined, files: undefined });

/** No answer came. */
export const noAnswer = (): Error => new DOMException('no answer came', 'AbortError');

type Refusal = readonly [status: number, code: number];

/** The refusals of an upload that Discord's docs name. */
export const UPLOAD_REFUSALS: readonly [Refusal, ...Refusal[]] = [
  [413, 40005],
  [403, 50013],
  [403, 50001],
  [400, 20009],
];
