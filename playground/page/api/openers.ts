import type { Invocation, User } from '../../discord/index.ts';
import { PageRefusal } from '../guard.ts';

/** Interactions that opened a form, by the person who has it before them: one form each, as in Discord's client. */
export interface Openers {
  keep(by: User, opener: Invocation): void;
  /** Throws PageRefusal when that form is not before them. */
  of(by: User, id: string): Invocation;
}

export function createOpeners(): Openers {
  const open = new Map<string, Invocation>();
  return {
    keep: (by, opener) => void open.set(by.id, opener),
    of(by, id) {
      const opener = open.get(by.id);
      if (opener?.id !== id) throw new PageRefusal(410, 'This form is no longer open.');
      return opener;
    },
  };
}
