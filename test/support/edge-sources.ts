import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path/posix';

/** One import of a source file. */
export interface Import {
  /** The file from the project's root, or the package. */
  readonly target: string;
  readonly isFile: boolean;
  /** Only types: nothing is loaded when the program runs. */
  readonly typeOnly: boolean;
}

/** A source file of the project. */
export interface Source {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

/** `import … from`, `export … from`, a bare `import '…'`, and `import('…')`. */
const IMPORT =
  /^(?:import|export)\s+(?<clause>(?:type\s+)?[^'";]*?)\s*from\s*'(?<from>[^']+)'|^import\s+'(?<bare>[^']+)'|\bimport\('(?<dynamic>[^']+)'\)/gm;

function isTypeOnly(clause: string | undefined): boolean {
  if (clause === undefined) return false;
  if (/^type\b/.test(clause)) return true;
  const names = /^\{(?<list>[^}]*)\}$/.exec(clause.trim())?.groups?.['list'];
  if (names === undefined) return false;
  const each = names.split(',').map((name) => name.trim());
  return each.filter(Boolean).every((name) => name.startsWith('type '));
}

/** The imports in a file's text. */
export function importsOf(path: string, text: string): Import[] {
  return Array.from(text.matchAll(IMPORT), ({ groups = {} }) => {
    const specifier = groups['from'] ?? groups['bare'] ?? groups['dynamic'] ?? '';
    const isFile = specifier.startsWith('.');
    return {
      target: isFile ? join(dirname(path), specifier) : specifier,
      isFile,
      typeOnly: isTypeOnly(groups['clause']),
    };
  });
}

const FOLDERS = ['src', 'commands', 'server', 'playground', 'scripts', 'test', 'bench'];

/** Every TypeScript file of the project's own folders. */
export async function readSources(): Promise<Source[]> {
  const listed = FOLDERS.map(async (folder) => {
    const names = await readdir(folder, { recursive: true });
    return names.map((name) => join(folder, name.replaceAll('\\', '/')));
  });
  const paths = (await Promise.all(listed)).flat().filter((path) => path.endsWith('.ts'));
  return Promise.all(
    paths.map(async (path) => {
      const text = await readFile(path, 'utf8');
      return { path, lines: text.split('\n').length - 1, imports: importsOf(path, text) };
    }),
  );
}

/** Rings of files that load one another, each from its first file on; none is best. */
export function cyclesIn(sources: readonly Source[]): string[][] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      cycles.push(trail.slice(trail.indexOf(path)));
      return;
    }
    if (done.has(path)) return;
    for (const { target, isFile, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (isFile && !typeOnly) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return cycles;
}
