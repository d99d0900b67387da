import type { Command, Component } from '../src/discord/command.ts';
import { budget } from './budget.ts';
import { credits } from './credits.ts';
import { imagine } from './imagine.ts';
import { retry } from './retry.ts';
import { settings } from './settings.ts';
import { style } from './style.ts';

/** Every command, in the order Discord lists them. */
export const commands: readonly Command[] = [imagine, style, credits, settings, budget];

/** Every kind of button and menu. */
export const components: readonly Component[] = [retry];
