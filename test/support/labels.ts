import type { Message } from '../../playground/discord/index.ts';

/** The buttons of a message, by what they say. */
export const labelsOf = (message: Message | undefined): (string | undefined)[] =>
  (message?.components ?? []).flatMap(({ components = [] }) =>
    components.map(({ label }) => label),
  );
