import type { MessageCommand } from '../../src/discord/command.ts';
import { pictureDetails } from './details.ts';
import { imagineLikeThis } from './like.ts';
import { reportPicture } from './report.ts';

/** What the menu of every message offers. */
export const messageMenu: readonly MessageCommand[] = [
  pictureDetails,
  imagineLikeThis,
  reportPicture,
];
