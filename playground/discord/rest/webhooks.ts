import type { FastifyRequest } from 'fastify';
import { edit, postFor } from '../answers.ts';
import type { Core } from '../core.ts';
import { refuse } from '../errors.ts';
import type { Interaction } from '../interactions.ts';
import { parseMessageBody } from '../message-body.ts';
import { checkMessage } from '../rules/index.ts';
import { MessageFlag, type WireMessage } from '../wire.ts';
import { type Routes, enforce, messageContext } from './context.ts';
import { refuseLargeFiles } from './files.ts';

interface Params {
  app: string;
  token: string;
  message?: string;
}

const FOLLOW_UPS_IF_USER_INSTALLED = 5;

function claim(core: Core, { app, token }: Params): Interaction {
  const interaction = core.interactions.byToken(token);
  if (app !== core.applicationId || interaction === undefined) throw refuse.unknownWebhook();
  if (core.now() - interaction.createdAt > core.settings.tokenLifetimeMs)
    throw refuse.invalidWebhookToken();
  if (interaction.answerType === undefined) throw refuse.unknownWebhook();
  return interaction;
}

function findMessage(core: Core, interaction: Interaction, id: string | undefined): WireMessage {
  const wanted = id ?? interaction.originalId;
  const own = wanted === interaction.originalId || interaction.followUpIds.includes(wanted ?? '');
  const stored = own && wanted !== null ? core.messages.find(wanted) : undefined;
  if (stored === undefined) throw refuse.unknownMessage();
  return stored.message;
}

/** The messages an interaction's token gives access to, until it expires. */
export function webhookRoutes(core: Core): Routes {
  const finish = (interaction: Interaction, message: WireMessage): void => {
    if (message.id !== interaction.originalId) return;
    interaction.loading = false;
    interaction.state = 'answered';
    core.notifier.changed();
  };
  const change = (
    interaction: Interaction,
    message: WireMessage,
    request: FastifyRequest,
    kind: 'edit' | 'follow-up',
  ) => {
    refuseLargeFiles(request, interaction.attachmentSizeLimit);
    const context = messageContext(request, interaction.attachmentSizeLimit, message.attachments);
    enforce(request, checkMessage(kind, request.body, context));
    const edited = edit(core, message, parseMessageBody(request.body), request.uploads);
    finish(interaction, edited);
    return edited;
  };
  const follow = (interaction: Interaction, request: FastifyRequest): WireMessage => {
    refuseLargeFiles(request, interaction.attachmentSizeLimit);
    enforce(
      request,
      checkMessage(
        'follow-up',
        request.body,
        messageContext(request, interaction.attachmentSizeLimit),
      ),
    );
    if (
      interaction.userInstalled &&
      interaction.followUpIds.length >= FOLLOW_UPS_IF_USER_INSTALLED
    ) {
      throw refuse.tooManyFollowUps();
    }
    const body = parseMessageBody(request.body);
    const ephemeral = (body.flags & MessageFlag.Ephemeral) !== 0;
    const message = postFor(core, interaction, body, request.uploads, { ephemeral });
    interaction.followUpIds.push(message.id);
    core.notifier.changed();
    return message;
  };
  const config = { config: { bucket: 'webhook', answer: 'message' } } as const;

  return (app) => {
    app.post<{ Params: Params }>('/webhooks/:app/:token', config, async (request) => {
      const interaction = claim(core, request.params);
      const original = core.messages.find(interaction.originalId ?? '')?.message;
      const fillsLoading = original !== undefined && (original.flags & MessageFlag.Loading) !== 0;
      return fillsLoading
        ? change(interaction, original, request, 'follow-up')
        : follow(interaction, request);
    });
    for (const path of [
      '/webhooks/:app/:token/messages/@original',
      '/webhooks/:app/:token/messages/:message',
    ]) {
      app.get<{ Params: Params }>(path, config, async ({ params }) =>
        findMessage(core, claim(core, params), params.message),
      );
      app.patch<{ Params: Params }>(path, config, async (request) => {
        const interaction = claim(core, request.params);
        return change(
          interaction,
          findMessage(core, interaction, request.params.message),
          request,
          'edit',
        );
      });
      app.delete<{ Params: Params }>(path, config, async ({ params }, reply) => {
        const interaction = claim(core, params);
        const message = findMessage(core, interaction, params.message);
        core.messages.remove(message.id);
        finish(interaction, message);
        return reply.code(204).send();
      });
    }
  };
}
