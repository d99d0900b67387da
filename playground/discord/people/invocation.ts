import type { Core } from '../core.ts';
import type { Interaction, InteractionState } from '../interactions.ts';
import type { WireChoice, WireMessage, WireModal } from '../wire.ts';

/** How long to wait, in ms, and for what. */
interface Patience {
  /** Default 60,000. */
  readonly withinMs?: number;
  readonly when?: (message: WireMessage) => boolean;
}

/** One interaction as its person sees it. */
export interface Invocation {
  readonly id: string;
  readonly token: string;
  readonly state: InteractionState;
  /** The callback type of the first answer. */
  readonly answerType: number | undefined;
  /** Resolves with the first answer's callback type, or `expired` when none came in time. */
  readonly answered: Promise<number | 'expired'>;
  /** The message `@original` means; undefined before the answer and after its deletion. */
  original(): WireMessage | undefined;
  readonly followUps: readonly WireMessage[];
  readonly modal: WireModal | undefined;
  readonly choices: readonly WireChoice[] | undefined;
  /**
   * Resolves with the original message once it no longer loads, `when` holds and no request about the interaction
   * is being handled (its answer may still be held back or lost by a fault); rejects when that does not come in time.
   */
  settled(patience?: Patience): Promise<WireMessage>;
  /** Resolves with the follow-up of that position, 0 being the first, once `when` holds. */
  followUp(position: number, patience?: Patience): Promise<WireMessage>;
}

const DEFAULT_PATIENCE_MS = 60_000;

function summary(core: Core, interaction: Interaction, message: WireMessage | undefined): string {
  const exchanges = core.traffic
    .rest()
    .slice(-8)
    .map(({ route, status, code }) => `${route} ${status} ${code ?? ''}`.trimEnd());
  return [
    `Interaction ${interaction.id} is ${interaction.state}`,
    `its message says ${JSON.stringify(message?.content ?? null)} (flags ${message?.flags ?? 'none'}, ${message?.attachments.length ?? 0} attachments)`,
    `last exchanges: ${exchanges.join('; ') || 'none'}`,
  ].join('; ');
}

/** Follows an interaction; `expired` flips it to its end when the first answer is late. */
export function follow(core: Core, interaction: Interaction): Invocation {
  const find = (id: string | null | undefined): WireMessage | undefined =>
    core.messages.find(id ?? '')?.message;
  const original = (): WireMessage | undefined => find(interaction.originalId);
  const wait = (
    look: () => WireMessage | undefined,
    what: string,
    patience: Patience,
  ): Promise<WireMessage> => {
    const { withinMs = DEFAULT_PATIENCE_MS, when = () => true } = patience;
    const accepted = (): WireMessage | undefined => {
      const message = look();
      return message !== undefined && when(message) ? message : undefined;
    };
    return core.notifier.until(
      accepted,
      withinMs,
      () => `${what} did not come within ${withinMs} ms. ${summary(core, interaction, original())}`,
    );
  };

  const remaining = Math.max(0, interaction.createdAt + core.settings.firstAnswerMs - core.now());
  const answered = core.notifier
    .until<number | 'expired'>(
      () => (interaction.state === 'expired' ? 'expired' : interaction.answerType),
      remaining,
      () => 'late',
    )
    .catch(() => {
      interaction.state = 'expired';
      core.notifier.changed();
      return 'expired' as const;
    });

  return {
    id: interaction.id,
    token: interaction.token,
    get state() {
      return interaction.state;
    },
    get answerType() {
      return interaction.answerType;
    },
    answered,
    original,
    get followUps() {
      return interaction.followUpIds.map(find).filter((message) => message !== undefined);
    },
    get modal() {
      return interaction.modal;
    },
    get choices() {
      return interaction.choices;
    },
    settled: (patience = {}) =>
      wait(
        () => (interaction.loading || interaction.pending > 0 ? undefined : original()),
        'A settled answer',
        patience,
      ),
    followUp: (position, patience = {}) =>
      wait(() => find(interaction.followUpIds[position]), `Follow-up ${position}`, patience),
  };
}
