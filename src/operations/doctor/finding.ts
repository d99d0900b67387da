/** What one check found, with what to do where it is not well. */
export interface Finding {
  /** `warn` does not keep the bot from starting; `fail` does, or makes it useless. */
  readonly verdict: 'ok' | 'warn' | 'fail';
  readonly text: string;
}

/** All is well. */
export const ok = (text: string): Finding => ({ verdict: 'ok', text });

/** Worth a look. */
export const warn = (text: string): Finding => ({ verdict: 'warn', text });

/** Must be put right first. */
export const fail = (text: string): Finding => ({ verdict: 'fail', text });

/** The finding as one line for a person; names from outside cannot move the cursor. */
export function line(finding: Finding): string {
  return `${finding.verdict.padEnd(4)}  ${finding.text.replace(/[\s\p{C}]+/gu, ' ')}`;
}
