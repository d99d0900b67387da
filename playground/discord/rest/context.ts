import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Upload } from '../attachments.ts';
import { refuse } from '../errors.ts';
import type { Fault } from '../faults.ts';
import type { Interaction } from '../interactions.ts';
import {
  type AnswerKind,
  type MessageContext,
  type Violation,
  isEmptyMessage,
} from '../rules/index.ts';
import type { WireMessage } from '../wire.ts';

/** What is noted of a request while it is handled. */
interface Trace {
  readonly startedAt: number;
  /** The route's template, without the prefix. */
  readonly path: string;
  readonly violations: Violation[];
  readonly answerViolations: Violation[];
  readonly fault: Fault | undefined;
  code: number | undefined;
  /** The interaction it is about, until the handling is over. */
  interaction: Interaction | undefined;
}

/** Which limit a route counts against, besides the bot's own. */
type Bucket = 'webhook' | 'channel';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Asks for the bot's token. */
    auth?: 'bot';
    bucket?: Bucket;
    /** What a successful answer is validated as. */
    answer?: AnswerKind;
  }
  interface FastifyRequest {
    trace: Trace;
    uploads: Upload[];
  }
}

/** A file of the routes below `/api/v10`. */
export type Routes = (app: FastifyInstance) => void;

/** Notes what the validation found and refuses with 50035 when it found anything. */
export function enforce(request: FastifyRequest, violations: readonly Violation[]): void {
  if (violations.length === 0) return;
  request.trace.violations.push(...violations);
  throw refuse.invalidForm(violations);
}

/** Refuses a message with nothing to show with 50006. An edit is laid over the message it changes. */
export function refuseEmpty(body: unknown, context: MessageContext, edited?: WireMessage): void {
  const kept = edited && {
    content: edited.content,
    embeds: edited.embeds,
    components: edited.components,
  };
  if (isEmptyMessage({ ...kept, ...(body as object) }, context)) throw refuse.emptyMessage();
}

/** What the rules need to know of a request that carries a message. */
export function messageContext(
  request: FastifyRequest,
  attachmentSizeLimit: number,
  existing: readonly { readonly id: string }[] = [],
): MessageContext {
  return {
    files: request.uploads.map(({ index, filename, contentType, bytes }) => ({
      index,
      filename,
      contentType,
      size: bytes.length,
    })),
    existingAttachmentIds: existing.map(({ id }) => id),
    attachmentSizeLimit,
  };
}
