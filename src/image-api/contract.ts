import { z } from 'zod';

/**
 * The contract of Stable Image Core, as its API document states it. The bot's client, the command's
 * choices and the self-hosted server all read the tables here.
 */

/** Where a picture is made, below the service's base address. */
export const GENERATE_PATH = '/api/generate/core';

/** Credits the service takes for a successful result; a failed one costs nothing (API document). */
export const SERVICE_CREDITS_PER_SUCCESS = 6;

/** Pixels on either side of a picture (API document). */
export const SIDE = { min: 320, max: 1536, step: 64 } as const;

/** The largest seed the engine underneath takes; 0 asks for a random one. */
export const MAX_SEED = 4_294_967_294;

/** Longest prompt and longest negative prompt, in code points. */
export const MAX_PROMPT = 10_000;

/** The nine aspect ratios (API document), each with its name for people. */
export const ASPECT_RATIOS = {
  '1:1': 'Square 1:1',
  '16:9': 'Wide 16:9',
  '21:9': 'Panorama 21:9',
  '3:2': 'Landscape 3:2',
  '5:4': 'Landscape 5:4',
  '4:5': 'Portrait 4:5',
  '2:3': 'Portrait 2:3',
  '9:16': 'Tall 9:16',
  '9:21': 'Tower 9:21',
} as const;

/** One of the nine documented aspect ratios, width first. */
export type AspectRatio = keyof typeof ASPECT_RATIOS;

/** The seventeen style presets (API document), each with its name for people. */
export const STYLE_PRESETS = {
  '3d-model': '3D model',
  'analog-film': 'Analog film',
  anime: 'Anime',
  cinematic: 'Cinematic',
  'comic-book': 'Comic book',
  'digital-art': 'Digital art',
  enhance: 'Enhance',
  'fantasy-art': 'Fantasy art',
  isometric: 'Isometric',
  'line-art': 'Line art',
  'low-poly': 'Low poly',
  'modeling-compound': 'Modelling clay',
  'neon-punk': 'Neon punk',
  origami: 'Origami',
  photographic: 'Photographic',
  'pixel-art': 'Pixel art',
  'tile-texture': 'Seamless texture',
} as const;

/** One of the seventeen documented style presets. */
export type StylePreset = keyof typeof STYLE_PRESETS;

function keysOf<K extends string>(table: Record<K, unknown>): [K, ...K[]] {
  return Object.keys(table) as [K, ...K[]];
}

/** The nine aspect ratios in the order people are shown them. */
export const aspectRatios = keysOf(ASPECT_RATIOS);

/** The seventeen style presets in the order people are shown them. */
export const stylePresets = keysOf(STYLE_PRESETS);

/** A picture's size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Whether a size has a ratio to the pixel. */
export function hasRatio({ width, height }: Size, ratio: AspectRatio): boolean {
  const [across = 0, down = 0] = ratio.split(':').map(Number);
  return width * down === height * across;
}

/** Length of a text as the service counts it: Unicode code points, not UTF-16 units. */
export const codePoints = (text: string): number => Array.from(text).length;

const side = z.int().min(SIDE.min).max(SIDE.max).multipleOf(SIDE.step);

const text = z.string().refine((value) => codePoints(value) <= MAX_PROMPT);

/** The seven request fields. Absent options are left out, never null, `""` or `"none"`. */
export const generateRequestSchema = z.strictObject({
  prompt: text.refine((value) => value.trim() !== ''),
  width: side,
  height: side,
  aspect_ratio: z.enum(aspectRatios).optional(),
  seed: z.int().min(0).max(MAX_SEED).optional(),
  negative_prompt: text.optional(),
  style_preset: z.enum(stylePresets).optional(),
});

/** The body of a request. */
export type GenerateRequest = z.infer<typeof generateRequestSchema>;

/** The whole answer as the document states it: `code` 0 carries a picture, `code` -1 a reason. */
export const generateResponseSchema = z.discriminatedUnion('code', [
  z.object({
    code: z.literal(0),
    message: z.literal('success'),
    data: z.object({ image: z.string().min(1), seed: z.int().min(0).max(MAX_SEED) }),
  }),
  z.object({ code: z.literal(-1), message: z.string(), data: z.null() }),
]);

/** The body of an answer. */
export type GenerateResponse = z.infer<typeof generateResponseSchema>;

/**
 * An answer's header that names the engine that made the picture, where the service says so. An
 * extension of the self-hosted server; the document does not know it.
 */
export const ENGINE_HEADER = 'x-image-engine';

/** The header's value for the built-in sample engine, which is an algorithm and no model. */
export const SAMPLE_ENGINE = 'sample';
