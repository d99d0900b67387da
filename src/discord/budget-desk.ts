import type { ChatInputCommandInteraction } from 'discord.js';
import { type BudgetOrder, parseBudgetOrder } from '../settings/orders.ts';
import {
  BUDGET_NOT_ALLOWED,
  BUDGET_OWNERS_UNKNOWN,
  BUDGET_UNAVAILABLE,
  BUDGET_UNKNOWN,
  budgetAnswer,
  budgetChanged,
} from '../words/budget.ts';
import { noticeText } from '../words/notices.ts';
import type { Desk } from './command.ts';
import { subcommandOf } from './subcommand.ts';
import { whisper } from './whisper.ts';

/** Answers `/budget`, to the member alone, whom only the bot's owners may be. */
export async function runBudget(
  interaction: ChatInputCommandInteraction,
  desk: Desk,
): Promise<void> {
  const content = await answerTo(interaction, desk);
  await whisper(desk.line.api, interaction, { content }, desk.line.log);
}

async function answerTo(interaction: ChatInputCommandInteraction, desk: Desk): Promise<string> {
  const { id, guildId, user } = interaction;
  const { log } = desk.line;
  if (guildId === null) return noticeText({ kind: 'outside-server' });

  const isOwner = await desk.owners.include(user.id).catch((err: unknown) => {
    log.error({ err, interaction: id }, 'the owners of the bot are not known');
  });
  if (isOwner === undefined) return BUDGET_OWNERS_UNKNOWN;
  if (!isOwner) return BUDGET_NOT_ALLOWED;

  const { name, options } = subcommandOf(interaction);
  const order = parseBudgetOrder(name, options);
  if (order === undefined) return BUDGET_UNKNOWN;
  try {
    return await carryOut(order, { guildId, interactionId: id, userId: user.id }, desk);
  } catch (err) {
    log.error({ err, interaction: id }, 'a budget could not be read or written');
    return BUDGET_UNAVAILABLE;
  }
}

async function carryOut(
  order: BudgetOrder,
  asking: { readonly guildId: string; readonly interactionId: string; readonly userId: string },
  { studio: { settings, log } }: Desk,
): Promise<string> {
  const { interactionId, userId } = asking;
  const { server = asking.guildId } = order;
  if (order.name === 'show') {
    return budgetAnswer(server, await settings.overview(server, interactionId));
  }
  const monthly = order.name === 'reset' ? null : order.credits || Number.POSITIVE_INFINITY;
  const before = await settings.setBudget(server, monthly);
  const facts = { interaction: interactionId, guild: server, owner: userId };
  log.info({ ...facts, before: named(before), after: named(monthly) }, 'budget changed');
  const overview = await settings.overview(server, interactionId).catch((err: unknown) => {
    log.error({ err, ...facts }, 'what is used could not be read');
  });
  return overview === undefined
    ? budgetChanged(server)
    : budgetAnswer(server, overview, { before });
}

/** A budget for the log, which knows no Infinity. */
function named(monthly: number | null): string {
  if (monthly === null) return 'as every server';
  return Number.isFinite(monthly) ? `${monthly} credits a month` : 'unlimited';
}
