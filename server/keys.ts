import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** An API key and the credits it may spend while the server runs; Infinity for no limit. */
export interface ServerKey {
  readonly key: string;
  readonly credits: number;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The keys that a request shows: the API document names `Authentication`, its example the other. */
function shownKeys({ authorization, authentication }: IncomingHttpHeaders): string[] {
  return [authorization, authentication]
    .filter((value) => typeof value === 'string')
    .map((value) => value.replace(/^bearer +/i, ''));
}

/**
 * A look-up of the key that a request shows. It compares digests with every key in constant time, so
 * neither a key's length nor how much of it was right can be measured.
 */
export function createKeyring(keys: readonly ServerKey[]) {
  const known = keys.map(({ key }) => ({ key, hash: digest(key) }));
  return (headers: IncomingHttpHeaders): string | undefined => {
    const shown = shownKeys(headers).map(digest);
    const matches = known.filter(
      ({ hash }) => shown.filter((candidate) => timingSafeEqual(hash, candidate)).length > 0,
    );
    return matches[0]?.key;
  };
}
