/** How a picture was made: what was asked for and what came of it, and nothing of who asked. */
export interface Making {
  readonly prompt: string;
  readonly negativePrompt?: string;
  /** As the API document spells it. */
  readonly stylePreset?: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  /** Whether the built-in sample engine painted it, which is an algorithm and no model. */
  readonly sampleEngine: boolean;
}

/**
 * How a picture was made, laid out as the web UI of AUTOMATIC1111 does, which many programs read: the
 * prompt on a line, what was excluded on the next, the settings on the last. The service tells no
 * steps and no sampler, so none are named. No prompt can pass for another line: each is one line.
 */
export function parametersText(making: Making): string {
  const { prompt, negativePrompt, stylePreset, width, height, seed, sampleEngine } = making;
  const settings = [
    ['Size', `${width}x${height}`],
    ['Seed', `${seed}`],
    ...(stylePreset ? [['Style preset', stylePreset]] : []),
    ['Model', sampleEngine ? 'Sample engine (algorithm, no AI model)' : 'Stable Image Core'],
  ];
  return [
    oneLine(prompt),
    ...(negativePrompt ? [`Negative prompt: ${oneLine(negativePrompt)}`] : []),
    settings.map(([name, value = '']) => `${name}: ${quoted(value)}`).join(', '),
  ].join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** A value that holds a comma is a JSON string in this layout. */
const quoted = (value: string): string => (value.includes(',') ? JSON.stringify(value) : value);
