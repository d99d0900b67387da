import {
  ApplicationCommandResponseSchema,
  ErrorResponseSchema,
  GatewayBotResponseSchema,
  InteractionCallbackResponseSchema,
  MessageResponseSchema,
  RatelimitedResponseSchema,
} from 'discord-api-spec/zod';
import { z } from 'zod';
import { mapList, offsetToZulu, without } from './adapt.ts';
import { violationsOf } from './issues.ts';
import { departures } from './schema.ts';
import { isObject } from './unknown-keys.ts';
import { at, broken, under, type Violation } from './violation.ts';

/** Which answer of the REST interface a body is. */
export type AnswerKind = 'gateway-bot' | 'commands' | 'callback' | 'message' | 'messages' | 'error';

const CHECKS: Readonly<Record<AnswerKind, (body: unknown) => Violation[]>> = {
  'gateway-bot': (body) => departures(GatewayBotResponseSchema, body),
  commands: (body) =>
    checkEach(body, 'commands', (one) => departures(ApplicationCommandResponseSchema, one)),
  callback: (body) => departures(InteractionCallbackResponseSchema, adaptCallback(body)),
  message: checkOneMessage,
  messages: (body) => checkEach(body, 'messages', checkOneMessage),
  error: checkError,
};

/** Everything in an answer that Discord would not have sent. */
export function checkAnswer(kind: AnswerKind, body: unknown): Violation[] {
  return CHECKS[kind](body);
}

function checkEach(
  body: unknown,
  what: string,
  check: (item: unknown) => Violation[],
): Violation[] {
  if (!Array.isArray(body)) return [broken('', `Expected a list of ${what}`)];
  return body.flatMap((item, index) => under(at('', index), check(item)));
}

function checkOneMessage(body: unknown): Violation[] {
  return departures(MessageResponseSchema, adaptMessage(body));
}

function adaptCallback(body: unknown): unknown {
  if (!isObject(body) || !isObject(body['resource'])) return body;
  const message = adaptMessage(body['resource']['message']);
  return 'message' in body['resource']
    ? { ...body, resource: { ...body['resource'], message } }
    : body;
}

/** Discord writes its timestamps with the offset `+00:00`; the schema takes `Z` only. */
function adaptMessage(body: unknown): unknown {
  if (!isObject(body)) return body;
  const { referenced_message: target } = body;
  const whole = target === undefined ? body : { ...body, referenced_message: adaptMessage(target) };
  return mapList(zulu(whole, ['timestamp', 'edited_timestamp']), 'embeds', (embed) =>
    isObject(embed) ? zulu(embed, ['timestamp']) : embed,
  );
}

function zulu(body: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  const given = keys.filter((key) => key in body);
  return { ...body, ...Object.fromEntries(given.map((key) => [key, offsetToZulu(body[key])])) };
}

/**
 * An error that says when to come back is the answer to a rate limit. The schema wants numbers for the codes
 * inside `errors`, where Discord's docs show names such as BASE_TYPE_REQUIRED, so that tree has a schema here.
 */
function checkError(body: unknown): Violation[] {
  if (!isObject(body)) return departures(ErrorResponseSchema, body);
  if ('retry_after' in body) return departures(RatelimitedResponseSchema, body);
  const tree = 'errors' in body ? errorTree.safeParse(body['errors']).error : undefined;
  return [
    ...departures(ErrorResponseSchema, without(body, ['errors'])),
    ...violationsOf(tree?.issues ?? [], 'rule', 'errors'),
  ];
}

type ErrorTree = { _errors: { code: string; message: string }[] } | { [field: string]: ErrorTree };

const formErrors = z.strictObject({
  _errors: z.array(z.strictObject({ code: z.string(), message: z.string() })).min(1),
});

const errorTree: z.ZodType<ErrorTree> = z.lazy(() =>
  z.union([formErrors, z.record(z.string().regex(/^(?!_errors$)/), errorTree)]),
);
