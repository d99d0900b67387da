/** What a key means in the message box. */
export type Key =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'accept'; readonly row: number }
  | { readonly kind: 'send' | 'give up' | 'escape' };

/** What the box looks like when a key is pressed. */
interface Moment {
  /** How many rows the list shows. */
  readonly rows: number;
  /** The row that is pointed at; -1 for none. */
  readonly active: number;
  readonly hasDraft: boolean;
  /** True when there is nothing before the cursor to delete. */
  readonly isEmpty: boolean;
}

/** A key as a browser reports it. */
interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

/** The meaning of a key; undefined for one the browser handles itself. */
export function keyOf({ key, shiftKey, isComposing }: Press, moment: Moment): Key | undefined {
  const { rows, active, hasDraft, isEmpty } = moment;
  if (isComposing) return undefined;
  const isPointing = active >= 0 && active < rows;
  switch (key) {
    case 'ArrowDown':
      return rows === 0 ? undefined : { kind: 'move', to: (active + 1) % rows };
    case 'ArrowUp':
      return rows === 0 ? undefined : { kind: 'move', to: active <= 0 ? rows - 1 : active - 1 };
    case 'Enter':
      return isPointing ? { kind: 'accept', row: active } : { kind: 'send' };
    case 'Tab':
      return isPointing && !shiftKey ? { kind: 'accept', row: active } : undefined;
    case 'Backspace':
      return hasDraft && isEmpty ? { kind: 'give up' } : undefined;
    case 'Escape':
      return hasDraft || rows > 0 || !isEmpty ? { kind: 'escape' } : undefined;
    default:
      return undefined;
  }
}
