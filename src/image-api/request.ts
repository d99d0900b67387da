import {
  type AspectRatio,
  GENERATE_PATH,
  type GenerateRequest,
  type StylePreset,
} from './contract.ts';
import { defaultSize } from './sizes.ts';

/** One picture that somebody wants. */
export interface Order {
  /** 1 to 10,000 code points. */
  readonly prompt: string;
  readonly negativePrompt?: string;
  readonly stylePreset?: StylePreset;
  readonly aspectRatio: AspectRatio;
  /** 1 to 4294967294; always sent, so that the same order gives the same picture again. */
  readonly seed: number;
}

/**
 * The request body for an order: only fields of the API document, options that say nothing left out,
 * and width, height and ratio in exact agreement.
 */
export function toRequest(order: Order): GenerateRequest {
  const { negativePrompt = '', stylePreset } = order;
  return {
    prompt: order.prompt,
    ...defaultSize(order.aspectRatio),
    aspect_ratio: order.aspectRatio,
    seed: order.seed,
    ...(negativePrompt.trim() === '' ? {} : { negative_prompt: negativePrompt }),
    ...(stylePreset === undefined ? {} : { style_preset: stylePreset }),
  };
}

/** The address to post to, from the service's base address with or without a trailing slash. */
export function endpoint(base: URL | string): URL {
  const url = new URL(base);
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith(GENERATE_PATH) ? path : path + GENERATE_PATH;
  url.search = '';
  url.hash = '';
  return url;
}

/** How the service is told who asks. */
export interface Credentials {
  readonly key: string;
  /** Header's name; the API document's example says `Authorization`, its table `Authentication`. */
  readonly authHeader: string;
  /** `raw` sends the key alone, as the API document's example does. */
  readonly authScheme: 'raw' | 'bearer';
}

/** The headers of a request. Compressed answers are declined: their real size could not be bounded. */
export function headersFor(credentials: Credentials): Record<string, string> {
  const { key, authHeader, authScheme } = credentials;
  return {
    accept: 'application/json',
    'accept-encoding': 'identity',
    'content-type': 'application/json',
    'user-agent': 'easel',
    [authHeader]: authScheme === 'bearer' ? `Bearer ${key}` : key,
  };
}
