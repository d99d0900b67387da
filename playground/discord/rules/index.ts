/** What Discord takes and sends: its published schemas, and the rules its documentation adds to them. */
export { type AnswerKind, checkAnswer } from './answers.ts';
export { checkCallback } from './callback.ts';
export { checkCommand, checkCommands } from './commands.ts';
export { checkGatewayEvent } from './gateway.ts';
export { checkHistoryQuery, parseHistoryQuery } from './history.ts';
export { checkMessage, isEmptyMessage } from './message.ts';
export type { MessageContext } from './shapes.ts';
export type { Violation } from './violation.ts';
