import type { Command, Component, Form, MessageCommand } from '../src/discord/command.ts';
import { budget } from './budget.ts';
import { pictureButtons, pictureForms, reviewButtons, reviewForms } from './buttons/index.ts';
import { settingsForms, settingsPanel } from './buttons/settings.ts';
import { credits } from './credits.ts';
import { history } from './history.ts';
import { imagine } from './imagine.ts';
import { messageMenu as menu } from './menus/index.ts';
import { moderation, moderationButtons, moderationForms } from './moderation/index.ts';
import { reportButtons, reportForms } from './reports/index.ts';
import { retry } from './retry.ts';
import { settings } from './settings.ts';
import { style } from './style.ts';

/** Every command, in the order Discord lists them. */
export const commands: readonly Command[] = [
  imagine,
  history,
  style,
  credits,
  moderation,
  settings,
  budget,
];

/** Everything that the menu of a message offers. */
export const messageMenu: readonly MessageCommand[] = menu;

/** Every kind of button and menu. */
export const components: readonly Component[] = [
  retry,
  ...pictureButtons,
  ...moderationButtons,
  ...reviewButtons,
  ...reportButtons,
  settingsPanel,
];

/** Every kind of form. */
export const forms: readonly Form[] = [
  ...pictureForms,
  ...moderationForms,
  ...reviewForms,
  ...reportForms,
  settingsForms,
];
