import { z } from 'zod';
import {
  type AspectRatio,
  aspectRatios,
  MAX_PROMPT,
  MAX_SEED,
  type StylePreset,
  stylePresets,
} from './image-api/contract.ts';
import type { Refusal } from './outcome.ts';
import { cleanPrompt } from './prompt.ts';

/** The longest prompt, in UTF-16 units: Discord's bound for a text option. */
export const MAX_PROMPT_OPTION = 6_000;

/** The most pictures one command may ask for. */
export const MAX_PICTURES = 4;

/** Where a request came from and whose it is. */
export interface Origin {
  readonly interactionId: string;
  /** Absent outside a server. */
  readonly guildId: string | null;
  readonly userId: string;
  /** A thread counts for its channel; null where Discord does not say. */
  readonly channelId: string | null;
  readonly roleIds: readonly string[];
  /** Bytes that a file may have here (Discord tells it with each interaction). */
  readonly fileLimit: number;
  /** Whether the bot may attach files there. */
  readonly mayAttach: boolean;
  /** Whether the channel is age-restricted; null where Discord does not say. */
  readonly isAgeRestricted: boolean | null;
  /** When the member joined the server, in milliseconds since 1970; null where Discord does not say. */
  readonly joinedAt: number | null;
  /** Whether the member may manage messages there; left out where that is not known. */
  readonly mayModerate?: boolean;
  /** Whether the bot may post there by itself; left out where that is not known. */
  readonly mayPost?: boolean;
}

/** A request that may be drawn. */
export interface PictureRequest {
  readonly prompt: string;
  readonly negativePrompt?: string;
  readonly stylePreset?: StylePreset;
  readonly aspectRatio: AspectRatio;
  /** The member's own; absent: a random one for each picture. */
  readonly seed?: number;
  readonly count: number;
}

type InvalidField = Extract<Refusal, { kind: 'invalid' }>['field'];

/** Composing may make a text longer: a few characters exist as several in the composed form alone. */
const prompt = z
  .string()
  .max(MAX_PROMPT_OPTION)
  .transform(cleanPrompt)
  .pipe(z.string().max(MAX_PROMPT));

/** The options of `/imagine` as they arrive; clients and other bots may send anything. */
const optionsSchema = z.object({
  prompt: prompt.refine((text) => text !== ''),
  negative_prompt: prompt.optional(),
  style_preset: z.enum(stylePresets).optional(),
  aspect_ratio: z.enum(aspectRatios).default('1:1'),
  seed: z.int().min(0).max(MAX_SEED).optional(),
  count: z.int().min(1).max(MAX_PICTURES).default(1),
});

/** The options as a request, or which of them cannot be used. A seed of 0 asks for a random one. */
export function parseRequest(
  options: Readonly<Record<string, unknown>>,
): { request: PictureRequest } | { refusal: Refusal } {
  const parsed = optionsSchema.safeParse(options);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0] as InvalidField;
    const tooLong =
      parsed.error.issues[0]?.code === 'too_big' && typeof options[field] === 'string';
    return { refusal: { kind: 'invalid', field, problem: tooLong ? 'too-long' : 'bad-value' } };
  }
  const { data } = parsed;
  return {
    request: {
      prompt: data.prompt,
      ...(data.negative_prompt && { negativePrompt: data.negative_prompt }),
      ...(data.style_preset && { stylePreset: data.style_preset }),
      aspectRatio: data.aspect_ratio,
      ...(data.seed && { seed: data.seed }),
      count: data.count,
    },
  };
}

/**
 * A seed for each picture: from the member's own upwards, or random ones between 1 and 2147483647,
 * which every engine takes.
 */
export function seedsFor(request: PictureRequest, random: () => number): number[] {
  return Array.from({ length: request.count }, (_, index) =>
    request.seed === undefined
      ? 1 + Math.floor(random() * 2_147_483_647)
      : ((request.seed - 1 + index) % MAX_SEED) + 1,
  );
}
