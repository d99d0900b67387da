import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TrafficRecord } from '../../contract.ts';

type Rest = Extract<TrafficRecord, { kind: 'rest' }>;
type Gateway = Extract<TrafficRecord, { kind: 'gateway' }>;

/** Discord's docs, "Gateway Opcodes", for payloads that are no events. */
const OPCODES: Readonly<Record<number, string>> = {
  1: 'Heartbeat',
  2: 'Identify',
  6: 'Resume',
  7: 'Reconnect',
  9: 'Invalid session',
  10: 'Hello',
  11: 'Heartbeat ACK',
};

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

/** What the published spec says; Discord's alone is checked. */
function verdict({ findings, faulted, to }: Rest): unknown {
  if (findings.length > 0)
    return html`<span class="verdict bad">✗ ${findings.length} against the spec</span>`;
  if (faulted) return html`<span class="verdict warn">fault</span>`;
  return to === 'discord' ? html`<span class="verdict good">✓ spec</span>` : nothing;
}

function rest(record: Rest): TemplateResult {
  const { at, to, method, route, status, ms, code, findings, body } = record;
  const isBad = status === 0 || status >= 400;
  const path = route.startsWith(`${method} `) ? route.slice(method.length + 1) : route;
  return html`<li class="record">
    <details>
      <summary>
        <span class="record-top">
          <span class=${`method ${to}`}>${method}</span>
          <span class=${isBad ? 'status bad' : 'status good'}>${status === 0 ? 'cut' : status}</span>
          <span class="ms">${Math.round(ms)} ms</span>
          ${verdict(record)}
        </span>
        <span class="route">${path}</span>
      </summary>
      <p class="faint">
        ${clock.format(at)} to ${to === 'discord' ? 'Discord' : 'the image API'}${
          code === null ? nothing : `, code ${code}`
        }
      </p>
      ${findings.map(
        ({ path: where, message, side }) => html`<p class="fault">${side} ${where}: ${message}</p>`,
      )}
      ${
        body === ''
          ? html`<p class="faint">No JSON body.</p>`
          : html`<pre tabindex="0" aria-label="Body">${body}</pre>`
      }
    </details>
  </li>`;
}

const ARROWS = { sent: '← bot', received: '→ Discord', closed: 'closed' } as const;

function gateway({ at, direction, op, event, shard }: Gateway): TemplateResult {
  const name = direction === 'closed' ? `code ${op}` : (event ?? OPCODES[op] ?? `op ${op}`);
  return html`<li class="record gateway">
    <span class="method gateway">WS</span> <span class="route">${name}</span>
    <span class="faint">${ARROWS[direction]}${shard === null ? nothing : ` · shard ${shard}`}</span>
    <time class="faint" datetime=${new Date(at).toISOString()}>${clock.format(at)}</time>
  </li>`;
}

const isBeat = (record: TrafficRecord): boolean =>
  record.kind === 'gateway' && (record.op === 1 || record.op === 11);

/** What passed, newest first; heartbeats are left out. */
export function trafficList(records: readonly TrafficRecord[]): TemplateResult {
  const shown = records.filter((record) => !isBeat(record)).toReversed();
  return html`<ol class="traffic">
    ${repeat(
      shown,
      ({ seq }) => seq,
      (record) => (record.kind === 'rest' ? rest(record) : gateway(record)),
    )}
  </ol>`;
}
