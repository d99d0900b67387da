import type { Command, Component, Form } from '../src/discord/command.ts';
import { budget } from './budget.ts';
import { pictureButtons, pictureForms } from './buttons/index.ts';
import { credits } from './credits.ts';
import { imagine } from './imagine.ts';
import { retry } from './retry.ts';
import { settings } from './settings.ts';
import { style } from './style.ts';

/** Every command, in the order Discord lists them. */
export const commands: readonly Command[] = [imagine, style, credits, settings, budget];

/** Every kind of button and menu. */
export const components: readonly Component[] = [retry, ...pictureButtons];

/** Every kind of form. */
export const forms: readonly Form[] = pictureForms;
