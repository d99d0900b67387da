/** Discord's bound for the value of an embed's field. */
const FIELD_LENGTH = 1_024;

/** A field of an embed, in Discord's own shape. */
export interface CardField {
  readonly name: string;
  readonly value: string;
  readonly inline: boolean;
}

/** An embed, in Discord's own shape. */
export interface Card {
  readonly title: string;
  readonly description: string;
  readonly fields: CardField[];
}

/** A field that stands beside others. */
export const field = (name: string, value: string): CardField => ({ name, value, inline: true });

/** Lines, in as many fields as they need. */
export function listFields(name: string, lines: readonly string[]): CardField[] {
  const values: string[] = [];
  for (const line of lines) {
    const last = values.pop();
    const longer = last === undefined ? line : `${last}\n${line}`;
    if (longer.length <= FIELD_LENGTH) values.push(longer);
    else values.push(...(last === undefined ? [] : [last]), line);
  }
  return values.map((value, index) => ({
    name: index === 0 ? name : `${name}, further`,
    value,
    inline: false,
  }));
}
