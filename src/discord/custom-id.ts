/** A component's custom id: its kind, and the opaque id of a record on our side. */
export const customId = (kind: string, recordId: string): string => `${kind}:${recordId}`;

/** Takes a custom id apart; one without a record has an empty one. */
export function parseCustomId(id: string): { kind: string; recordId: string } {
  const [kind = '', ...rest] = id.split(':');
  return { kind, recordId: rest.join(':') };
}
