import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { PlaygroundError } from '../problem.ts';

const ROOT = join(import.meta.dirname, 'app');

/** One file of the page, as it is served. */
export interface PageFile {
  /** Content type, with its charset where it is text. */
  readonly type: string;
  readonly body: string | Uint8Array;
  /** True when its name changes with its content, so that a browser may keep it for good. */
  readonly immutable: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

function served(output: Rollup.OutputAsset | Rollup.OutputChunk): [string, PageFile] {
  const { fileName } = output;
  const type = TYPES[fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const body = output.type === 'chunk' ? output.code : output.source;
  const isIndex = fileName === 'index.html';
  return [isIndex ? '/' : `/${fileName}`, { type, body, immutable: !isIndex }];
}

/**
 * Bundles the page in memory; nothing is written and nothing is fetched. Returns its files by path, the
 * document being `/` and all else below `/page/assets/`. Throws PlaygroundError when it does not build.
 */
export async function bundlePage(): Promise<ReadonlyMap<string, PageFile>> {
  try {
    const result = await build({
      root: ROOT,
      configFile: false,
      envFile: false,
      publicDir: false,
      logLevel: 'silent',
      // Lit's own production build, whatever NODE_ENV says.
      mode: 'production',
      define: { 'process.env.NODE_ENV': '"production"' },
      resolve: { conditions: ['module', 'browser', 'production'] },
      build: {
        write: false,
        target: 'es2024',
        assetsDir: 'page/assets',
        // The page's content security policy allows no data: addresses.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 2_000,
      },
    });
    const bundles = [result].flat().filter((bundle) => 'output' in bundle);
    return new Map(bundles.flatMap(({ output }) => output.map(served)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PlaygroundError(`The page could not be built: ${reason}`, { cause });
  }
}
