import type { Outcome } from '../store/client.ts';
import type { Suggestion } from './suggestions.ts';

/** How long typing must rest before the bot is asked, in ms. */
const REST_MS = 150;

/**
 * Asks the bot for suggestions once typing rests. Resolves with undefined when a later question made this
 * one needless, or when there was no answer.
 */
export function createCompletion() {
  let latest = 0;
  return async (ask: () => Promise<Outcome>): Promise<Suggestion[] | undefined> => {
    latest += 1;
    const mine = latest;
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    if (mine !== latest) return undefined;
    const outcome = await ask();
    if (mine !== latest || outcome.kind !== 'choices') return undefined;
    return outcome.choices.map(({ name, value }) => ({ label: name, hint: '', value }));
  };
}
