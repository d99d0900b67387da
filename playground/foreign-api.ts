/** An image API that is not the playground's own. */
export interface ForeignApi {
  /** Without a trailing slash and without the path of the API document. */
  readonly url: string;
  readonly key: string;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The path that the bot appends (API document). */
const PATH = /(?:\/api\/generate\/core)?\/*$/;

/** Reads `--api` and `--key`: undefined when neither is given, and a sentence when they are no good. */
export function apiOf(
  address: string | undefined,
  key: string | undefined,
): ForeignApi | string | undefined {
  if (address === undefined)
    return key === undefined ? undefined : '--key goes with --api: give both.';
  if (key === undefined) return '--api goes with --key: give both.';
  if (!/^[\x21-\x7e]+$/.test(key)) return '--key takes visible characters without white space.';
  const url = URL.parse(address);
  if (url === null) return '--api takes an address such as https://images.example.';
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return '--api takes an address without user, query or fragment.';
  const safe =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (!safe) return '--api takes https; http only on this machine.';
  return { url: url.href.replace(PATH, ''), key };
}
