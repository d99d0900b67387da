import type { ServerKey } from './keys.ts';

/** Credits set aside for one picture; exactly one of the two ends it, and later calls do nothing. */
interface Reservation {
  /** The picture was delivered: the credits are spent. */
  spend(): void;
  /** It was not: the credits go back. */
  release(): void;
}

/** What each key may still spend. */
export interface CreditLedger {
  /** Sets credits aside; undefined when the key does not have that many. */
  reserve(key: string, amount: number): Reservation | undefined;
}

/**
 * Credits per key, in memory: a restart gives every key what the configuration says. Credits leave the
 * balance while the picture is painted, so requests at the same time cannot spend them twice.
 */
export function createCreditLedger(keys: readonly ServerKey[]): CreditLedger {
  const balances = new Map(keys.map(({ key, credits }) => [key, credits]));
  return {
    reserve(key, amount) {
      const balance = balances.get(key) ?? 0;
      if (balance < amount) return undefined;
      balances.set(key, balance - amount);
      let open = true;
      const close = (refund: number) => {
        if (open) balances.set(key, (balances.get(key) ?? 0) + refund);
        open = false;
      };
      return { spend: () => close(0), release: () => close(amount) };
    },
  };
}
