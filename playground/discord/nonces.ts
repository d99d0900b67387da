/** The nonces of messages sent lately, and what was sent with them; all of one author. */
export interface Nonces {
  /** The id of the message last sent with a nonce, as long as the nonce counts. */
  find(nonce: string | number): string | undefined;
  note(nonce: string | number, messageId: string): void;
}

/** Remembers each nonce for `keepMs`. A number and its digits are the same nonce. */
export function createNonces(now: () => number, keepMs: number): Nonces {
  const sent = new Map<string, { readonly messageId: string; readonly at: number }>();
  const forgetOld = (): void => {
    for (const [nonce, { at }] of sent) if (now() - at > keepMs) sent.delete(nonce);
  };
  return {
    find(nonce) {
      forgetOld();
      return sent.get(String(nonce))?.messageId;
    },
    note(nonce, messageId) {
      forgetOld();
      sent.set(String(nonce), { messageId, at: now() });
    },
  };
}
