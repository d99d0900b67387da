import {
  aspectRatios,
  codePoints,
  type GenerateRequest,
  generateRequestSchema,
  MAX_PROMPT,
  MAX_SEED,
  SIDE,
  stylePresets,
} from '../src/image-api/contract.ts';

/** A request as the engine may have it, or one sentence that says what is wrong with it. */
export type Validation =
  | { readonly ok: true; readonly request: GenerateRequest }
  | { readonly ok: false; readonly message: string };

const fields: readonly string[] = Object.keys(generateRequestSchema.shape);

const inRange = (side: number): number => Math.min(Math.max(side, SIDE.min), SIDE.max);

/** The legal sides around a number: one when it lies outside the range, else the two next to it. */
function nearestSides(value: number): number[] {
  const below = inRange(Math.floor(value / SIDE.step) * SIDE.step);
  const above = inRange(Math.ceil(value / SIDE.step) * SIDE.step);
  return below === above ? [below] : [below, above];
}

function sideMessage(field: string, value: unknown): string {
  const rule = `a multiple of ${SIDE.step} between ${SIDE.min} and ${SIDE.max}`;
  if (value === undefined) return `${field} is required and must be ${rule}.`;
  if (typeof value !== 'number') return `${field} must be a number, ${rule}.`;
  const nearest = nearestSides(value);
  const verb = nearest.length === 1 ? 'is' : 'are';
  return `${field} must be ${rule}; the nearest to ${value} ${verb} ${nearest.join(' and ')}.`;
}

function textMessage(field: string, value: unknown): string {
  if (value === undefined) return `${field} is required and must not be empty.`;
  if (typeof value !== 'string') return `${field} must be a text.`;
  if (codePoints(value) <= MAX_PROMPT) return `${field} must not be empty.`;
  return `${field} must not be longer than ${MAX_PROMPT} characters; it has ${codePoints(value)}.`;
}

const enumMessage = (field: string, values: readonly string[]): string =>
  `${field} must be one of ${values.join(', ')}, or be left out.`;

function fieldMessage(field: string, value: unknown): string {
  switch (field) {
    case 'width':
    case 'height':
      return sideMessage(field, value);
    case 'aspect_ratio':
      return enumMessage(field, aspectRatios);
    case 'style_preset':
      return enumMessage(field, stylePresets);
    case 'seed':
      return `seed must be a whole number between 0 and ${MAX_SEED}; 0 asks for a random one.`;
    default:
      return textMessage(field, value);
  }
}

function unknownMessage(name: string): string {
  const shown = JSON.stringify(Array.from(name).slice(0, 40).join(''));
  return `${shown} is not a field of this request; the fields are ${fields.join(', ')}.`;
}

/**
 * Checks a request's body against the API document. A null seed counts as an absent one. The sentence
 * names the first wrong field and the values that would be right.
 */
export function validate(body: unknown): Validation {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { ok: false, message: 'The body must be a JSON object.' };
  }
  const values = new Map(Object.entries(body));
  if (values.get('seed') === null) values.delete('seed');
  const parsed = generateRequestSchema.safeParse(Object.fromEntries(values));
  if (parsed.success) return { ok: true, request: parsed.data };
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    return { ok: false, message: unknownMessage(issue.keys[0] ?? '') };
  }
  const field = String(issue?.path[0]);
  return { ok: false, message: fieldMessage(field, values.get(field)) };
}
