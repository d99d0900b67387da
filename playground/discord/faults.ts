/** Something to go wrong on one route. */
export interface Fault {
  readonly method: string;
  /** The route's template, e.g. `/webhooks/:app/:token/messages/@original`; the method may stand in front. */
  readonly route: string;
  /** How many requests it strikes; unlimited when left out. */
  readonly times?: number;
  /** Strikes only requests that carry files. */
  readonly files?: boolean;
  /** Answer with this status instead. */
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Wait this long first, in ms. */
  readonly delayMs?: number;
  /** Close the socket without an answer: before the request was handled, or after. */
  readonly drop?: 'before' | 'after';
  /** With `status` or `delayMs`: handle the request first, as Discord does when only its answer is lost. */
  readonly handled?: boolean;
}

/** A fault that was added. */
interface FaultHandle {
  remove(): void;
  /** How often it struck. */
  readonly hits: number;
}

interface Faults {
  add(fault: Omit<Fault, 'method'> & { readonly method?: string }): FaultHandle;
  clear(): void;
}

export interface FaultBook extends Faults {
  /** The fault that strikes a request, which counts as a hit; `files` says that it carries some. */
  strike(method: string, route: string, files: boolean): Fault | undefined;
}

function normalise({ route, method, ...rest }: Parameters<Faults['add']>[0]): Fault {
  const [first = '', second] = route.split(' ');
  if (second !== undefined) return { ...rest, method: first, route: second };
  if (method === undefined)
    throw new Error(`Fault on "${route}": name the method, as in "PATCH ${route}".`);
  return { ...rest, method, route };
}

export function createFaults(): FaultBook {
  const entries = new Set<{ fault: Fault; hits: number }>();
  return {
    add(details) {
      const entry = { fault: normalise(details), hits: 0 };
      entries.add(entry);
      return {
        remove: () => void entries.delete(entry),
        get hits() {
          return entry.hits;
        },
      };
    },
    clear: () => entries.clear(),
    strike(method, route, files) {
      for (const entry of entries) {
        const { fault, hits } = entry;
        if (fault.files === true && !files) continue;
        if (fault.method !== method || fault.route !== route || hits >= (fault.times ?? Infinity))
          continue;
        entry.hits += 1;
        return fault;
      }
      return undefined;
    },
  };
}
