import type { Discord } from '../../discord/index.ts';
import type { Faults } from '../contract.ts';

type FaultBook = Discord['faults'];

const ORIGINAL = 'PATCH /webhooks/:app/:token/messages/@original';
const FOLLOW_UP = 'POST /webhooks/:app/:token';

/** How long a 429 asks to wait, in seconds. */
const RETRY_AFTER_S = 2;

/** Discord's docs, "Rate Limits": the answer to one request too many. */
const TOO_MANY = {
  status: 429,
  headers: { 'retry-after': String(RETRY_AFTER_S), 'x-ratelimit-scope': 'shared' },
  body: {
    message: 'The resource is being rate limited.',
    retry_after: RETRY_AFTER_S,
    global: false,
  },
};

/** Discord's docs, "JSON Error Codes": 40005. */
const TOO_LARGE = {
  status: 413,
  body: { message: 'Request entity too large', code: 40_005 },
};

/** Switches the local Discord's faults: each call puts those in force that it names, and no others. */
export function discordFaults(book: FaultBook): (wanted: Faults) => void {
  let added: ReturnType<FaultBook['add']>[] = [];
  return ({ discord429, upload }) => {
    for (const fault of added) fault.remove();
    const details = [
      ...(discord429 ? [TOO_MANY] : []),
      ...(upload === 'lost' ? [{ files: true, drop: 'after' as const }] : []),
      ...(upload === 'refused' ? [{ files: true, ...TOO_LARGE }] : []),
    ];
    added = details.flatMap((detail) =>
      [ORIGINAL, FOLLOW_UP].map((route) => book.add({ route, ...detail })),
    );
  };
}
