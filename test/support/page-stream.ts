import { EventEmitter, on } from 'node:events';
import { onTestFinished } from 'vitest';
import { type MessageView, type PageEvent, pageEvent } from '../../playground/page/contract.ts';

type Kind = PageEvent['kind'];
type Of<K extends Kind> = Extract<PageEvent, { kind: K }>;

/** The page's event stream, read as a browser does; an event that is not of the contract fails. */
export async function pageStream(origin: string, as?: string) {
  const query = as === undefined ? '' : `?as=${as}`;
  const aborter = new AbortController();
  const response = await fetch(`${origin}/page/events${query}`, { signal: aborter.signal });
  if (response.body === null || response.status !== 200)
    throw new Error(`The stream answered ${response.status}: ${await response.text()}`);
  onTestFinished(() => aborter.abort());

  const seen: PageEvent[] = [];
  const arrivals = new EventEmitter();
  let failure: unknown;
  const read = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    let text = '';
    for await (const piece of body.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + piece).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, data] = /^data: (.*)$/.exec(block) ?? [];
        if (data !== undefined) seen.push(pageEvent.parse(JSON.parse(data)));
      }
      arrivals.emit('more');
    }
  };
  read(response.body).catch((error: unknown) => {
    failure = error;
    arrivals.emit('more');
  });

  const until = async <T>(look: () => T | undefined): Promise<T> => {
    const more = on(arrivals, 'more');
    for (let found = look(); ; found = look()) {
      if (found !== undefined) return found;
      if (failure !== undefined) throw failure;
      await more.next();
    }
  };
  const all = <K extends Kind>(kind: K): Of<K>[] =>
    seen.filter((event): event is Of<K> => event.kind === kind);
  const messages = (): MessageView[] => all('messages').flatMap(({ changed }) => changed);
  return {
    /** Every event of a kind so far. */
    all,
    /** Every message that was told of so far, as it was then. */
    messages,
    /** Resolves with the first event of a kind, past or to come, that fits. */
    event: <K extends Kind>(kind: K, fits: (event: Of<K>) => boolean = () => true) =>
      until(() => all(kind).find(fits)),
    /** Resolves with the first message, past or to come, that fits. */
    message: (fits: (message: MessageView) => boolean) => until(() => messages().find(fits)),
  };
}
