import { shareKey } from '../credits/account-documents.ts';
import { NEW_SERVER_MONTH, NEW_SHARE } from '../credits/books.ts';
import { serverMonthDocument, type Share, shareDocument } from '../credits/documents.ts';
import type { Gauge, Limits, ShareName } from '../credits/limits.ts';
import type { Document, Store } from '../storage/store.ts';

/** Every limit of a server that all members share, and what is gone of it. */
export type SharedGauges = readonly [server: Gauge, ...Gauge[]];

/**
 * What is gone in a month (`YYYY-MM`) of a server's budget and of each of its channels' and roles'
 * limits, as it stands at one moment. Throws as the store does.
 */
export function readSharedGauges(
  store: Store,
  guildId: string,
  month: string,
  { server: budget, channels, roles }: Limits,
): Promise<SharedGauges> {
  const parts = [
    ...Object.entries(channels).map(([id, limit]) => ({ name: channelName(id), limit })),
    ...Object.entries(roles).map(([id, limit]) => ({ name: roleName(id), limit })),
  ];
  const documents: {
    readonly server: ReturnType<typeof serverMonthDocument>;
    readonly [share: `share:${string}`]: Document<Share>;
  } = {
    server: { ...serverMonthDocument(guildId, month), shared: true },
    ...Object.fromEntries(
      parts.map(({ name }) => {
        return [shareKey(name), { ...shareDocument(guildId, month, name), shared: true }];
      }),
    ),
  };
  return store.update(documents, (found) => {
    const { used, held } = found.server ?? NEW_SERVER_MONTH;
    const gauges = parts.map(({ name, limit }): Gauge => {
      const share = found[shareKey(name)] ?? NEW_SHARE;
      return { name, limit, used: share.used, held: share.held };
    });
    return { answer: [{ name: { of: 'server' }, limit: budget, used, held }, ...gauges] };
  });
}

const channelName = (id: string): ShareName => ({ of: 'channel', id });
const roleName = (id: string): ShareName => ({ of: 'role', id });
