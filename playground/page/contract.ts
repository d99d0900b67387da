import { z } from 'zod';
import { id } from './contract/id.ts';
import { machineState, trafficRecord } from './contract/machine.ts';
import { messageView } from './contract/message.ts';
import { pageState } from './contract/place.ts';

export * from './contract/action.ts';
export type { ComponentView } from './contract/component.ts';
export * from './contract/machine.ts';
export * from './contract/message.ts';
export * from './contract/place.ts';

/** The body of every refusal. */
export const problem = z.object({ message: z.string() });

/** The answer of `GET /page/messages`. */
export const messageList = z.object({ messages: z.array(messageView) });

/** What the stream at `GET /page/events?as=` sends, each as one unnamed server-sent event. */
export const pageEvent = z.discriminatedUnion('kind', [
  /** First, and whenever anything of it changed. */
  z.object({ kind: z.literal('state'), state: pageState }),
  /** All channels the person sees; with `all` these are all messages there are. */
  z.object({
    kind: z.literal('messages'),
    all: z.boolean(),
    changed: z.array(messageView),
    removed: z.array(id),
  }),
  z.object({ kind: z.literal('machine'), machine: machineState }),
  /** New records, oldest first; the first event holds the last ones there were. */
  z.object({ kind: z.literal('traffic'), records: z.array(trafficRecord) }),
]);

export type PageEvent = z.infer<typeof pageEvent>;
