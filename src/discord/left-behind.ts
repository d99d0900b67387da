import type { LeftBehind } from '../conversation.ts';
import { snowflakeTime } from '../snowflake.ts';
import { askDiscord } from './ask.ts';
import type { Line } from './conversation.ts';
import { TOKEN_USE_MS } from './interaction-api.ts';
import { tell } from './tell.ts';

/**
 * What earlier runs left open, ready to be ended. Discord is asked once even where the host's clock
 * says that a token is too old: that clock may be wrong, and the answer settles it.
 */
export async function findLeftBehind({ api, open, clock, cut, log }: Line): Promise<LeftBehind[]> {
  const entries = await open.leftBehind();
  return [...entries].map(([id, { applicationId, token, guildId, userId }]) => {
    const ref = { id, applicationId, token };
    const remainingMs = Math.max(0, snowflakeTime(id) + TOKEN_USE_MS - clock.now());
    const expires = clock.after(Math.min(remainingMs, TOKEN_USE_MS));
    return {
      interactionId: id,
      guildId,
      userId,
      async look() {
        const look = await askDiscord(api, ref, AbortSignal.any([cut, expires]), clock.wait);
        if (look.kind !== 'there') return { kind: look.kind };
        const { loading, attachmentIds } = look.message;
        return { kind: 'there', waiting: loading, received: attachmentIds.length };
      },
      tell: (notice) => tell(api, ref, notice, { expires, cut, log }, clock.wait),
      close: () => open.close(id),
    };
  });
}
