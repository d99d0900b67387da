import { noisyPng } from './image-files.ts';
import { sendPicture } from './image-service.ts';
import type { Handler } from './stage.ts';

/** A picture of which two fit into a message. */
export const hugePng = noisyPng(1536, 1536, 9_000_000);

/** Paints such pictures, with the seeds 1, 2, 3… */
export const paintHuge: Handler = (_, response, count) => sendPicture(response, hugePng, count);
