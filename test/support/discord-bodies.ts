import type { MessageContext, Violation } from '../../playground/discord/rules/index.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A slash command Discord accepts, with the fields given laid over it. */
export function command(fields: Fields = {}) {
  return { name: 'imagine', description: 'Paints a picture', type: 1, ...fields };
}

/** A string option Discord accepts, with the fields given laid over it. */
export function option(fields: Fields = {}) {
  return { type: 3, name: 'prompt', description: 'What to paint', ...fields };
}

/** As many choices as asked for, each with a name and a value of its own. */
export function choices(count: number) {
  return Array.from({ length: count }, (_, n) => ({ name: `Choice ${n}`, value: `choice-${n}` }));
}

/** A button that reports a click, with the fields given laid over it. */
export function button(fields: Fields = {}) {
  return { type: 2, style: 1, label: 'Again', custom_id: 'again', ...fields };
}

/** A select menu of one choice, with the fields given laid over it. */
export function menu(fields: Fields = {}) {
  return { type: 3, custom_id: 'menu', options: [{ label: 'One', value: '1' }], ...fields };
}

/** An action row of the components given. */
export function row(...components: unknown[]) {
  return { type: 1, components };
}

/** As many rows as asked for, each with a button of its own. */
export function rows(count: number) {
  return Array.from({ length: count }, (_, n) => row(button({ custom_id: `button-${n}` })));
}

/** A text input of a modal, with the fields given laid over it. */
export function textInput(fields: Fields = {}) {
  return { type: 4, custom_id: 'prompt', style: 2, label: 'Prompt', ...fields };
}

/** The callback that opens a modal, with the fields given laid over its data. */
export function modal(fields: Fields = {}) {
  return {
    type: 9,
    data: { custom_id: 'edit', title: 'Edit', components: [row(textInput())], ...fields },
  };
}

/** An uploaded part `files[index]`, a PNG of 1000 bytes unless said otherwise. */
export function file(index: number, fields: Partial<MessageContext['files'][number]> = {}) {
  return { index, filename: `image-${index}.png`, contentType: 'image/png', size: 1000, ...fields };
}

/** A request without files on a message without attachments, with the fields given laid over it. */
export function context(fields: Partial<MessageContext> = {}): MessageContext {
  return { files: [], existingAttachmentIds: [], attachmentSizeLimit: 10_485_760, ...fields };
}

/** Where the violations are. */
export function paths(violations: readonly Violation[]): string[] {
  return violations.map((violation) => violation.path);
}
