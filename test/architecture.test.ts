import { describe, expect, it } from 'vitest';
import {
  cyclesIn,
  type Import,
  importsOf,
  readSources,
  type Source,
} from './support/edge-sources.ts';

const CONTRACT = 'src/image-api/contract.ts';
const ROOMS = ['image-api', 'credits', 'moderation', 'queue'].map((room) => `src/${room}/`);
const MAX_LINES = 250;

const sources = await readSources();

const within = (...folders: readonly string[]) => {
  return (path: string): boolean => folders.some((folder) => path.startsWith(folder));
};

/** The use cases: what stands directly in `src`, without the composition root, and their rooms. */
const isUseCase = (path: string): boolean =>
  /^src\/(?:(?:painting|reporting|reviewing|telling)\/)?[^/]+\.ts$/.test(path) &&
  path !== 'src/main.ts';

const isProgram = (path: string): boolean => !path.startsWith('test/');

const loading = (path: string, ...targets: string[]): Source => ({
  path,
  lines: 1,
  imports: targets.map((target) => ({ target, isFile: true, typeOnly: false })),
});

/** `file → target` for each import that must not be there. */
const breaches = (
  from: (path: string) => boolean,
  isBreach: (each: Import, path: string) => boolean,
): string[] => {
  const files = sources.filter(({ path }) => from(path));
  expect(files.length).toBeGreaterThan(0);
  return files.flatMap(({ path, imports }) =>
    imports.filter((each) => isBreach(each, path)).map(({ target }) => `${path} → ${target}`),
  );
};

const importsFrom = (...folders: readonly string[]) => {
  const isThere = within(...folders);
  return ({ target, isFile }: Import): boolean => isFile && isThere(target);
};

const isDiscordLibrary = ({ target, isFile }: Import): boolean =>
  !isFile && /^(?:discord\.js|@discordjs\/|discord-api-types)/.test(target);

describe('the walls', () => {
  it('keep discord.js at the edge', () => {
    const edge = within('commands/', 'src/discord/', 'src/main.ts');
    const bot = within('src/', 'commands/');
    expect(breaches((path) => bot(path) && !edge(path), isDiscordLibrary)).toEqual([]);
  });

  it.each(ROOMS)('keep %s apart from the other rooms', (room) => {
    if (!sources.some(({ path }) => path.startsWith(room))) return;
    const others = ROOMS.filter((other) => other !== room);
    expect(breaches(within(room), importsFrom(...others))).toEqual([]);
  });

  it('let credits and storage know nothing of what uses them', () => {
    const allowed = within('src/credits/', 'src/storage/', 'src/snowflake.ts');
    expect(
      breaches(within('src/credits/', 'src/storage/'), ({ target, isFile, typeOnly }, path) => {
        if (!isFile || allowed(target)) return false;
        return !(typeOnly && path.startsWith('src/storage/'));
      }),
    ).toEqual([]);
  });

  it('let the records of pictures know storage and requests alone', () => {
    const allowed = within('src/pictures/', 'src/storage/', 'src/snowflake.ts');
    const isBreach = ({ target, isFile, typeOnly }: Import) =>
      isFile && !allowed(target) && !(typeOnly && target === 'src/request.ts');
    expect(breaches(within('src/pictures/'), isBreach)).toEqual([]);
  });

  it('let no room know Discord', () => {
    expect(breaches(within(...ROOMS, 'src/storage/'), importsFrom('src/discord/'))).toEqual([]);
  });

  it('let the use cases know Discord by its types at most', () => {
    const isDiscord = importsFrom('src/discord/');
    expect(breaches(isUseCase, (each) => isDiscord(each) && !each.typeOnly)).toEqual([]);
  });

  it('let the bot know nothing of what is around it', () => {
    const around = importsFrom('server/', 'playground/', 'test/', 'bench/');
    expect(breaches(within('src/', 'commands/'), around)).toEqual([]);
  });

  it('let the service share the contract with the bot and nothing else', () => {
    const bot = importsFrom('src/', 'commands/', 'playground/', 'test/', 'bench/');
    expect(breaches(within('server/'), (each) => bot(each) && each.target !== CONTRACT)).toEqual(
      [],
    );
  });

  it('let the playground start the bot and import nothing of it', () => {
    const bot = importsFrom('src/', 'commands/', 'test/', 'bench/');
    expect(breaches(within('playground/'), bot)).toEqual([]);
  });

  it('let no program import tests', () => {
    expect(breaches(isProgram, importsFrom('test/'))).toEqual([]);
  });
});

describe('the source', () => {
  it('has no file that is too long to read', () => {
    const long = sources.filter(({ lines }) => lines > MAX_LINES);
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('has no files that load one another', () => {
    expect(cyclesIn(sources)).toEqual([]);
  });

  it('imports files that exist', () => {
    const known = new Set(sources.map(({ path }) => path));
    const isUnknown = ({ target, isFile }: Import) =>
      isFile && target.endsWith('.ts') && !known.has(target);
    expect(breaches(within('src/', 'commands/', 'server/'), isUnknown)).toEqual([]);
  });
});

describe('the reading of imports', () => {
  it('knows every form of them', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from '../b.ts';",
      "import { type C, type D } from './c.ts';",
      "import {\n  type E,\n  f,\n} from './e.ts';",
      "import './g.ts';",
      "export * from './h.ts';",
      "export type { I } from './i.ts';",
      "import j, * as k from 'package';",
      "const l = await import('./l.ts');",
    ].join('\n');
    const found = importsOf('src/room/x.ts', text);
    expect(found.map(({ target }) => target)).toEqual(
      ['a', '../b', 'c', 'e', 'g', 'h', 'i', '', 'l'].map((name) => {
        if (name === '') return 'package';
        return name === '../b' ? 'src/b.ts' : `src/room/${name}.ts`;
      }),
    );
    expect(found.filter(({ typeOnly }) => typeOnly).map(({ target }) => target)).toEqual([
      'src/b.ts',
      'src/room/c.ts',
      'src/room/i.ts',
    ]);
  });

  it('finds a ring of files', () => {
    const ring = [loading('a', 'b'), loading('b', 'c', 'd'), loading('c', 'a'), loading('d')];
    expect(cyclesIn(ring)).toEqual([['a', 'b', 'c']]);
  });
});
