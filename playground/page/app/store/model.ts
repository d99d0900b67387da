import type {
  MachineState,
  MessageView,
  PageEvent,
  PageState,
  TrafficRecord,
} from '../../contract.ts';

/** What the page knows, as one person sees it. */
export interface Model {
  readonly state: PageState | null;
  /** Oldest first, of all channels. */
  readonly messages: readonly MessageView[];
  readonly machine: MachineState | null;
  /** Oldest first, the newest few hundred. */
  readonly traffic: readonly TrafficRecord[];
}

export const EMPTY: Model = { state: null, messages: [], machine: null, traffic: [] };

/** How many records the machine room keeps on the page. */
const KEPT = 300;

const byAge = (a: { id: string }, b: { id: string }): number =>
  BigInt(a.id) < BigInt(b.id) ? -1 : 1;

function withMessages(model: Model, event: Extract<PageEvent, { kind: 'messages' }>): Model {
  const kept = event.all ? [] : model.messages;
  const gone = new Set([...event.removed, ...event.changed.map(({ id }) => id)]);
  const rest = kept.filter(({ id }) => !gone.has(id));
  return { ...model, messages: [...rest, ...event.changed].toSorted(byAge) };
}

function withTraffic(model: Model, records: readonly TrafficRecord[]): Model {
  const last = model.traffic.at(-1)?.seq ?? -1;
  const fresh = records.filter(({ seq }) => seq > last);
  return { ...model, traffic: [...model.traffic, ...fresh].slice(-KEPT) };
}

/** What the page knows after an event. */
export function applyEvent(model: Model, event: PageEvent): Model {
  switch (event.kind) {
    case 'state':
      return { ...model, state: event.state };
    case 'messages':
      return withMessages(model, event);
    case 'machine':
      return { ...model, machine: event.machine };
    case 'traffic':
      return withTraffic(model, event.records);
  }
}
