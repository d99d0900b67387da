import type { StoreError } from './store.ts';

/** The code of an error, or of what caused it, as in `SQLITE_BUSY` or `ENOSPC`; empty without one. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error ? String(error.code) : codeOf(error.cause);
}

/** Whether a file could not be opened because another process has it. */
export const isInUse = (error: StoreError): boolean => codeOf(error) === 'SQLITE_BUSY';

/** Why a file could not be written, as the end of a sentence. */
export function whyUnwritten(error: unknown): string {
  const code = codeOf(error);
  switch (code) {
    case 'SQLITE_FULL':
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'this user may not write there';
    default:
      return `the disk does not take it${code === '' ? '' : ` (${code})`}`;
  }
}
