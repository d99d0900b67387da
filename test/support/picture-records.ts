import type { PictureRecord } from '../../src/pictures/documents.ts';
import { CHANNEL, GUILD, idAt, USER } from './snowflakes.ts';

/** Noon of a day in autumn, when the pictures of records were shown. */
export const SHOWN = idAt('2026-11-22T12:00:00Z');

/** What one square picture of a fox was made from. */
export const pictureRecord = (fields: Partial<PictureRecord> = {}): PictureRecord => ({
  v: 1,
  guild: GUILD,
  channel: CHANNEL,
  message: SHOWN,
  user: USER,
  request: requestOf(),
  seeds: [7],
  ...fields,
});

/** The request in such a record. */
export const requestOf = (
  fields: Partial<PictureRecord['request']> = {},
): PictureRecord['request'] => ({
  prompt: 'A fox',
  negativePrompt: null,
  stylePreset: null,
  aspectRatio: '1:1',
  seed: null,
  count: 1,
  ...fields,
});
