import {
  type Action,
  type ActionResult,
  actionResult,
  type BotOrder,
  type Faults,
  pageEvent,
  type PageEvent,
  problem,
} from '../../contract.ts';

/** What came of an action, or why it was not taken. */
export type Outcome = ActionResult | { readonly kind: 'refused'; readonly text: string };

const UNREACHABLE = 'The playground cannot be reached. Is it still running in its terminal?';

async function post(path: string, body: unknown): Promise<Response | string> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return response;
    const told = problem.safeParse(await response.json());
    return told.data?.message ?? `The playground answered ${response.status}.`;
  } catch {
    return UNREACHABLE;
  }
}

/** Does something as a person. */
export async function act(action: Action): Promise<Outcome> {
  const answer = await post('/page/actions', action);
  if (typeof answer === 'string') return { kind: 'refused', text: answer };
  if (answer.status === 204) return { kind: 'done' };
  const { data } = actionResult.safeParse(await answer.json().catch(() => null));
  return data ?? { kind: 'refused', text: 'The answer cannot be read. Reload the page.' };
}

/** Sets what is broken on purpose; resolves with what is wrong with it, or with nothing. */
export async function setFaults(faults: Faults): Promise<string> {
  const answer = await post('/page/machine/faults', faults);
  return typeof answer === 'string' ? answer : '';
}

/** Kills, stops or starts the bot; resolves with what is wrong with it, or with nothing. */
export async function orderBot(order: BotOrder): Promise<string> {
  const answer = await post('/page/machine/bot', order);
  return typeof answer === 'string' ? answer : '';
}

/** Whether the stream flows, broke, or was refused for good. */
export type Connection = 'open' | 'lost' | 'refused';

interface Listeners {
  readonly onEvent: (event: PageEvent) => void;
  readonly onConnection: (connection: Connection) => void;
}

/** Follows what one person sees, the first there is unless told; returns the way to stop. */
export function follow(as: string | null, { onEvent, onConnection }: Listeners): () => void {
  const query = as === null ? '' : `?as=${encodeURIComponent(as)}`;
  const source = new EventSource(`/page/events${query}`);
  source.addEventListener('open', () => onConnection('open'));
  source.addEventListener('error', () =>
    onConnection(source.readyState === EventSource.CLOSED ? 'refused' : 'lost'),
  );
  source.addEventListener('message', ({ data }) => onEvent(pageEvent.parse(JSON.parse(data))));
  return () => source.close();
}
