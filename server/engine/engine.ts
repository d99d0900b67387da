import type { StylePreset } from '../../src/image-api/contract.ts';

/** What an engine is asked to paint. */
export interface PaintOrder {
  readonly prompt: string;
  readonly negativePrompt?: string;
  readonly stylePreset?: StylePreset;
  /** Pixels, 320 to 1536, a multiple of 64. */
  readonly width: number;
  /** Pixels, 320 to 1536, a multiple of 64. */
  readonly height: number;
  /** 1 to 4294967294; the same order paints the same pixels. */
  readonly seed: number;
}

/** Something that turns an order into a PNG file of exactly the asked size. */
export interface Engine {
  /** Named in each answer, so that nobody takes a sample for a model's work. */
  readonly name: string;
  /** Rejects with the signal's reason when aborted, with an Error when the picture cannot be made. */
  paint(order: PaintOrder, signal: AbortSignal): Promise<Uint8Array>;
}
