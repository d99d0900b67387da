import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import sharp from 'sharp';
import { createWebpEncoder } from '../src/image-files/webp-encoder.ts';
import { createLogger } from '../src/operations/logging.ts';

const SIDES = [1024, 1536, 4096] as const;

const MIB = 1024 * 1024;

const mebibytes = (bytes: number): number => Math.round((bytes / MIB) * 10) / 10;

/** A PNG file: of noise over all values, or of soft shapes under a little grain. */
function drawPng(side: number, kind: 'noise' | 'soft'): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: kind === 'noise' ? 80 : 4 } as const;
  const create = { width: side, height: side, channels: 3, background: 'grey', noise } as const;
  const grain = sharp({ create });
  if (kind === 'noise') return grain.png({ compressionLevel: 1 }).toBuffer();
  const shapes = `<svg width="${side}" height="${side}" viewBox="0 0 9 9"><defs><linearGradient id="a" x2="1" y2="1"><stop stop-color="#147"/><stop offset="1" stop-color="#fb8"/></linearGradient></defs><path fill="url(#a)" fill-opacity=".8" d="M0 0h9v9H0z"/><circle cx="5" cy="4" r="2" fill="#fec" fill-opacity=".8"/></svg>`;
  return grain
    .composite([{ input: Buffer.from(shapes) }])
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/**
 * Prints what one attempt at the best quality takes, how long the main thread stalls meanwhile, and the
 * most memory that the process has had until then: four attempts that are asked for at once.
 */
export async function benchWebp(): Promise<void> {
  const shrink = createWebpEncoder(createLogger({ level: 'warn', secrets: [] }));
  const { signal } = new AbortController();
  const rows: Record<string, string | number>[] = [];
  for (const side of SIDES) {
    for (const kind of ['soft', 'noise'] as const) {
      const png = await drawPng(side, kind);
      const delay = monitorEventLoopDelay({ resolution: 1 });
      const start = performance.now();
      delay.enable();
      const files = await Promise.all(Array.from({ length: 4 }, () => shrink(png, 92, signal)));
      delay.disable();
      rows.push({
        picture: `${side}² ${kind}`,
        'PNG MiB': mebibytes(png.length),
        'WebP MiB': mebibytes(files[0]?.length ?? 0),
        'ms each': Math.round((performance.now() - start) / files.length),
        'lag ms': Math.round(delay.max / 1e5) / 10,
        'peak MiB': Math.round(process.resourceUsage().maxRSS / 1024),
      });
    }
  }
  console.table(rows);
}

if (import.meta.main) await benchWebp();
