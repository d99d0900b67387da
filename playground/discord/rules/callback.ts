import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import type { z } from 'zod';
import { notBoolean } from './adapt.ts';
import { choiceProblems, localeProblems } from './command-text.ts';
import { sizeProblems } from './files.ts';
import { adaptMessage, messageProblems } from './message.ts';
import { modalProblems } from './modal.ts';
import { departures } from './schema.ts';
import type { Choice, Component, Message, MessageContext } from './shapes.ts';
import { isObject } from './unknown-keys.ts';
import { at, broken, under, type Violation } from './violation.ts';

const EPHEMERAL = 64;

interface Callback {
  readonly schema: z.core.$ZodType;
  /** What discord.js sends in `data` beyond the schema; Discord ignores it. */
  readonly extras: readonly string[];
  readonly rules: (data: unknown, context: MessageContext) => Violation[];
}

/** A new message has no attachments yet, whatever the message of the clicked component has. */
const created: Callback['rules'] = (data, context) =>
  messageProblems(data as Message, { ...context, existingAttachmentIds: [] });

const updated: Callback['rules'] = (data, context) => messageProblems(data as Message, context);

const create = { schema: CreateMessageInteractionCallbackRequestSchema, extras: ['enforce_nonce'] };
const update = {
  schema: UpdateMessageInteractionCallbackRequestSchema,
  extras: ['tts', 'enforce_nonce'],
};

/** By the number of the callback type. */
const CALLBACKS: ReadonlyMap<unknown, Callback> = new Map<unknown, Callback>([
  [4, { ...create, rules: created }],
  [5, { ...create, rules: deferralProblems }],
  [6, { ...update, rules: updated }],
  [7, { ...update, rules: updated }],
  [
    8,
    {
      schema: ApplicationCommandAutocompleteCallbackRequestSchema,
      extras: [],
      rules: autocompleteProblems,
    },
  ],
  [9, { schema: ModalInteractionCallbackRequestSchema, extras: [], rules: modalRules }],
]);

/**
 * Everything Discord would refuse in the body of an interaction callback: 4 message, 5 deferral, 6 and 7 update
 * of the component's message, 8 autocomplete, 9 modal. Whether the interaction may still be answered, and in this
 * way, is not a matter of the body.
 */
export function checkCallback(body: unknown, context: MessageContext): Violation[] {
  const callback = CALLBACKS.get(isObject(body) ? body['type'] : undefined);
  if (!isObject(body) || callback === undefined) {
    return [broken('type', 'Must be one of 4, 5, 6, 7, 8, 9')];
  }
  const data = adaptMessage(body['data'], callback.extras);
  const found = [
    ...departures(callback.schema, 'data' in body ? { ...body, data } : body),
    ...notBoolean(body['data'], callback.extras, 'data'),
  ];
  const rules = found.length > 0 ? found : under('data', callback.rules(data ?? {}, context));
  return [...sizeProblems(context), ...rules];
}

/** A deferral takes no flag but EPHEMERAL. */
function deferralProblems(data: unknown): Violation[] {
  const flags = (data as Message).flags ?? 0;
  return flags === 0 || flags === EPHEMERAL ? [] : [broken('flags', 'Must be 0 or 64')];
}

function autocompleteProblems(data: unknown): Violation[] {
  const { choices } = data as { choices?: readonly (Choice | null)[] | null };
  return (choices ?? []).flatMap((choice, index) => {
    const path = at('choices', index);
    if (choice === null) return [];
    return [...choiceProblems(choice, path), ...localeProblems(choice, path)];
  });
}

function modalRules(data: unknown): Violation[] {
  return modalProblems((data as { components: readonly Component[] }).components, 'components');
}
