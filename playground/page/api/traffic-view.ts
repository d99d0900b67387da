import type { Discord } from '../../discord/index.ts';
import type { TrafficRecord } from '../contract.ts';

/** The longest body the page is shown, in characters. */
const BODY_LENGTH = 8_000;

type Record = Parameters<Parameters<Discord['traffic']['subscribe']>[0]>[0];

/** A JSON body for reading: indented, cut when it is long; empty when there was none. */
export function foldedBody(body: unknown): string {
  if (body === undefined || body === null) return '';
  const text = JSON.stringify(body, null, 2);
  return text.length > BODY_LENGTH ? `${text.slice(0, BODY_LENGTH)}\n…` : text;
}

/** What passed between the bot and the local Discord, as the page shows it. */
export function trafficView(record: Record, seq: number): TrafficRecord {
  if (record.kind === 'gateway') {
    const { kind, at, direction, op, event = null, shard = null } = record;
    return { kind, seq, at, direction, op, event, shard };
  }
  const { kind, at, method, route, status, ms, code = null, faulted, body } = record;
  const found = (side: string, violations: typeof record.violations) =>
    violations.map(({ path, message }) => ({ path, message, side }));
  return {
    kind,
    seq,
    at,
    to: 'discord',
    method,
    route: route.slice(method.length + 1),
    status,
    ms,
    code,
    faulted,
    findings: [...found('request', record.violations), ...found('answer', record.answerViolations)],
    body: foldedBody(body),
  };
}
