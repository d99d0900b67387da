/**
 * Resolves when the user wants the program to end: Ctrl-C, SIGTERM, a closed terminal, or nobody left to
 * read the output. What comes after the first is ignored: npm passes on signals that the terminal sent too.
 */
export function untilHalted(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => resolve());
    process.stdout.on('error', () => resolve());
  });
}
