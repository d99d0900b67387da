import type { Component, Form } from '../../src/discord/command.ts';
import { clickSettings, sendSettings } from '../../src/discord/settings/click.ts';
import { SETTINGS_FORM } from '../../src/discord/settings/form.ts';
import { SETTINGS } from '../../src/discord/settings/menus.ts';

/** The menus and buttons of `/settings`. */
export const settingsPanel: Component = { kind: SETTINGS, run: clickSettings };

/** The forms of `/settings`. */
export const settingsForms: Form = { kind: SETTINGS_FORM, run: sendSettings };
