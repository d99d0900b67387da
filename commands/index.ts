import type { Command } from '../src/discord/command.ts';
import { credits } from './credits.ts';
import { imagine } from './imagine.ts';

/** Every command, in the order Discord lists them. */
export const commands: readonly Command[] = [imagine, credits];
