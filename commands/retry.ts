import type { Component } from '../src/discord/command.ts';
import { runJob } from '../src/discord/delivery/job.ts';
import { RETRY } from '../src/discord/delivery/retry-offer.ts';
import { whisper } from '../src/discord/whisper.ts';
import { RETRY_WORDS } from '../src/words/retry.ts';

/** The button under a picture that was lost: its member asks for the same once more. */
export const retry: Component = {
  kind: RETRY,

  async run(interaction, recordId, desk) {
    const { api, channels, clock, cut, log, retries } = desk.line;
    const { id: interactionId, guildId, channelId, message, user } = interaction;
    const takeButtonAway = () =>
      channels.change(channelId, message.id, { components: [] }).catch((err: unknown) => {
        log.info({ err, interaction: interactionId }, 'a used button could not be taken away');
      });

    const taken = await retries.take(recordId, { interactionId, guildId, userId: user.id });
    if (taken.kind === 'same-click') return;
    if (taken.kind !== 'taken') {
      await whisper(api, interaction, { content: RETRY_WORDS[taken.kind] }, log, clock.wait);
      if (taken.kind === 'gone') await takeButtonAway();
      return;
    }
    const { options } = taken.retry;
    const job = { options, fromButton: { onClaim: takeButtonAway } };
    const ending = await runJob(job, interaction, desk);
    // A bot that stops may have the interaction all the same: the next start offers a new button.
    const untouched = ending.kind === 'not-ours' || ending.kind === 'unrecorded';
    if (untouched && !cut.aborted) await retries.putBack(recordId, taken.retry);
  },
};
