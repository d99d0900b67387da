import type { Action, AttachmentView, MessageView } from '../contract.ts';

/** What someone wants done, without who it is: the page knows. */
export type Deed = Action extends infer One
  ? One extends Action
    ? Omit<One, 'as'>
    : never
  : never;

/** Whether a refusal is shown where the deed was done. */
export const isShownInPlace = ({ kind }: Deed): boolean =>
  kind === 'use' || kind === 'say' || kind === 'submit' || kind === 'autocomplete';

/** What elements tell the page. */
export interface PageEvents {
  deed: Deed;
  /** Look at a picture in full size. */
  view: AttachmentView;
  /** Go to a message, by ids. */
  jump: { readonly channel: string; readonly message: string };
  /** Open the menu of a message or of a person, beside what was pressed or at a point. */
  menu: MenuRequest;
}

export interface MenuRequest {
  readonly target: { readonly message: MessageView } | { readonly person: string };
  /** In pixels of the window. */
  readonly x: number;
  readonly y: number;
}

/** Tells the page something. */
export function tell<K extends keyof PageEvents>(
  from: EventTarget,
  kind: K,
  detail: PageEvents[K],
) {
  from.dispatchEvent(new CustomEvent(`easel-${kind}`, { detail, bubbles: true }));
}

/** Hears what elements tell. */
export function hear<K extends keyof PageEvents>(
  at: EventTarget,
  kind: K,
  listener: (detail: PageEvents[K]) => void,
): void {
  at.addEventListener(`easel-${kind}`, (event) => {
    if (event instanceof CustomEvent) listener(event.detail);
  });
}
