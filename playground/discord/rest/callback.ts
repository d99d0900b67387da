import type { FastifyRequest } from 'fastify';
import { postFor } from '../answers.ts';
import type { Core } from '../core.ts';
import { refuse } from '../errors.ts';
import type { Interaction } from '../interactions.ts';
import { parseCallback, parseChoices, parseMessageBody, parseModal } from '../message-body.ts';
import { checkCallback } from '../rules/index.ts';
import { edit } from '../posting.ts';
import { shown } from '../shown.ts';
import { InteractionType, MessageFlag } from '../wire.ts';
import { type Routes, enforce, messageContext, refuseEmpty } from './context.ts';
import { refuseLargeFiles } from './files.ts';

const Callback = {
  Message: 4,
  DeferMessage: 5,
  DeferUpdate: 6,
  Update: 7,
  Choices: 8,
  Modal: 9,
} as const;

/** The callback types each kind of interaction may be answered with (Discord's docs, "Interaction Callback Type"). */
function allowedTypes({ type, sourceMessageId }: Interaction): readonly number[] {
  const { Message, DeferMessage, DeferUpdate, Update, Choices, Modal } = Callback;
  switch (type) {
    case InteractionType.Command:
      return [Message, DeferMessage, Modal];
    case InteractionType.Component:
      return [Message, DeferMessage, DeferUpdate, Update, Modal];
    case InteractionType.Autocomplete:
      return [Choices];
    default:
      return sourceMessageId === null
        ? [Message, DeferMessage]
        : [Message, DeferMessage, DeferUpdate, Update];
  }
}

function settle(
  core: Core,
  interaction: Interaction,
  type: number,
  data: unknown,
  request: FastifyRequest,
): void {
  switch (type) {
    case Callback.Choices:
      interaction.choices = parseChoices(data);
      return;
    case Callback.Modal:
      interaction.modal = parseModal(data);
      return;
    case Callback.DeferUpdate:
      interaction.originalId = interaction.sourceMessageId;
      interaction.loading = true;
      return;
    case Callback.Update: {
      const source = core.messages.find(interaction.sourceMessageId ?? '');
      if (source === undefined) throw refuse.unknownMessage();
      interaction.originalId = edit(
        core,
        source.message,
        parseMessageBody(data),
        request.uploads,
      ).id;
      return;
    }
    default: {
      const body = parseMessageBody(data);
      const loading = type === Callback.DeferMessage;
      const first = loading ? parseMessageBody({}) : body;
      const uploads = loading ? [] : request.uploads;
      interaction.originalId = postFor(core, interaction, first, uploads, {
        ephemeral: ((body.flags ?? 0) & MessageFlag.Ephemeral) !== 0,
        loading,
        repliesTo: interaction.sourceMessageId,
      }).id;
      interaction.loading = loading;
    }
  }
}

/** Libraries write a boolean of the query as `true`, `True` or `1`. */
function asksForBody(value: string | undefined): boolean {
  return /^(?:true|1)$/i.test(value ?? '');
}

function describe(core: Core, interaction: Interaction, type: number): object {
  const original = core.messages.find(interaction.originalId ?? '');
  const showsMessage = type === Callback.Message || type === Callback.Update;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(original === undefined
        ? {}
        : {
            response_message_id: original.message.id,
            response_message_loading: (original.message.flags & MessageFlag.Loading) !== 0,
            response_message_ephemeral: (original.message.flags & MessageFlag.Ephemeral) !== 0,
          }),
    },
    ...(showsMessage && original !== undefined
      ? { resource: { type, message: shown(core, original.message) } }
      : {}),
  };
}

/** The first answer to an interaction. */
export function callbackRoutes(core: Core): Routes {
  return (app) => {
    app.post<{ Params: { id: string; token: string }; Querystring: { with_response?: string } }>(
      '/interactions/:id/:token/callback',
      { config: { answer: 'callback' } },
      async (request, reply) => {
        const interaction = core.interactions.byId(request.params.id, request.params.token);
        if (interaction === undefined) throw refuse.unknownInteraction();
        const sizeLimit = interaction.attachmentSizeLimit;
        refuseLargeFiles(request, sizeLimit);
        const source = core.messages.find(interaction.sourceMessageId ?? '')?.message;
        const context = messageContext(request, sizeLimit, source?.attachments);
        enforce(request, checkCallback(request.body, context));
        if (interaction.answerType !== undefined) throw refuse.alreadyAcknowledged();
        if (core.now() - interaction.createdAt > core.settings.firstAnswerMs)
          interaction.state = 'expired';
        if (interaction.state === 'expired') throw refuse.unknownInteraction();

        const { type, data } = parseCallback(request.body);
        if (!allowedTypes(interaction).includes(type)) {
          enforce(request, [
            {
              path: 'type',
              message: 'This interaction type cannot be answered so',
              source: 'rule',
            },
          ]);
        }
        if (type === Callback.Message) refuseEmpty(data, messageContext(request, sizeLimit));
        if (type === Callback.Update) refuseEmpty(data, context, source);
        settle(core, interaction, type, data, request);
        interaction.answerType = type;
        interaction.state = interaction.loading ? 'deferred' : 'answered';
        core.notifier.changed();
        if (!asksForBody(request.query.with_response)) return reply.code(204).send();
        return describe(core, interaction, type);
      },
    );
  };
}
