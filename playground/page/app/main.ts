import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedDescription } from '@skyra/discord-components-core/discord-embed-description.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import { DiscordEmbedFields } from '@skyra/discord-components-core/discord-embed-fields.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { Playground } from './app.ts';
import { Composer } from './composer/composer.ts';
import { ContextMenu } from './dialogs/context-menu.ts';
import { ModalForm } from './dialogs/modal.ts';
import { Viewer } from './dialogs/viewer.ts';
import { MachineRoom } from './machine/drawer.ts';
import { Log } from './message/log.ts';
import { SelectMenu } from './message/select-menu.ts';
import { Moment } from './text/moment.ts';

/** Every element the page is made of; those of the library may have named themselves already. */
const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  'discord-embed': DiscordEmbed,
  'discord-embed-description': DiscordEmbedDescription,
  'discord-embed-field': DiscordEmbedField,
  'discord-embed-fields': DiscordEmbedFields,
  'discord-embed-footer': DiscordEmbedFooter,
  'discord-mention': DiscordMention,
  'easel-moment': Moment,
  'easel-select-menu': SelectMenu,
  'easel-log': Log,
  'easel-composer': Composer,
  'easel-viewer': Viewer,
  'easel-modal': ModalForm,
  'easel-context-menu': ContextMenu,
  'easel-machine-room': MachineRoom,
  'easel-playground': Playground,
};

for (const [name, element] of Object.entries(ELEMENTS))
  if (customElements.get(name) === undefined) customElements.define(name, element);
