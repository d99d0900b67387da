import { type Canvas, createCanvas } from '../paint/canvas.ts';
import { clamp } from '../paint/maths.ts';
import { createNoise, type Noise } from '../paint/noise.ts';
import { strokeOf } from '../paint/outline.ts';
import { createRandom } from '../paint/random.ts';
import { createRaster, type Path, type Raster } from '../paint/raster.ts';
import type { Fill, Item, Line, Picture } from '../scene/picture.ts';
import { ballClouds, drawnClouds } from './drawn-clouds.ts';
import { faceted } from './facets.ts';
import { addLight } from './glow.ts';
import { heavenlyItems } from './orbs.ts';
import { dropShadow } from './shadow.ts';
import type { Shader, Skin } from './skin.ts';
import { skyShader } from './sky.ts';
import { surface } from './surface.ts';
import { waterShader } from './water.ts';

interface Job {
  readonly picture: Picture;
  readonly skin: Skin;
  readonly canvas: Canvas;
  readonly raster: Raster;
  readonly noise: Noise;
}

/** Paints a picture's data, far to near, as the skin wants it. */
export function render(picture: Picture, skin: Skin): Canvas {
  const { width, height } = picture;
  const canvas = createCanvas(width, height);
  const job: Job = {
    picture,
    skin,
    canvas,
    raster: createRaster(width, height),
    noise: createNoise(createRandom(picture.sky.seed), 256),
  };
  const whole: Path = [0, 0, width, 0, width, height, 0, height];
  const sky = skyShader(picture, skin, job.noise);
  lay(job, [whole], skin.facets ? faceted(sky, skin.facets, 0.045) : sky, 1, 0);
  const heavens = heavenlyItems(picture);
  if (skin.clouds === 'drawn' || skin.clouds === 'folded') {
    heavens.push(...drawnClouds(picture, skin.clouds === 'folded'));
  }
  if (skin.clouds === 'balls') heavens.push(...ballClouds(picture));
  [...heavens, ...picture.items].forEach((item, i) => paintItem(job, item, i + 1));
  return canvas;
}

function paintItem(job: Job, item: Item, layer: number): void {
  const { picture, skin, canvas, noise } = job;
  switch (item.type) {
    case 'fill':
      return paintFill(job, item, layer);
    case 'line':
      return paintLine(job, item, layer);
    case 'water': {
      const shader = waterShader(item, picture, skin, noise, canvas);
      return lay(
        job,
        item.paths,
        skin.facets ? faceted(shader, skin.facets, 0.1) : shader,
        1,
        layer,
      );
    }
    case 'halo':
    case 'beam':
    case 'mist':
      return addLight(canvas, item, picture, skin, noise);
  }
}

function paintFill(job: Job, item: Fill, layer: number): void {
  const { picture, skin, canvas, raster, noise } = job;
  if (skin.shadow && item.alpha === 1 && item.ink > 0.25 && item.glow < 0.5) {
    dropShadow(canvas, raster, item.paths, skin.shadow, picture.palette.from);
  }
  const { ink, facets } = skin;
  const stroke = (widen: number): void => {
    if (!ink || item.ink === 0) return;
    const width = ink.width * widen * (0.45 + item.ink * 0.75) * (1 - item.far * 0.5);
    const strokes = item.paths.flatMap((path) => strokeOf(path, width, true));
    lay(job, strokes, inked(ink.colour(layer)), clamp(1 - item.far * 0.5), layer);
  };
  const shader = surface(item, picture, skin, noise, layer);
  const seen = facets ? faceted(shader, facets, item.glow > 0.5 ? 0.03 : 0.17) : shader;
  // Overlapping shapes are outlined as one: the inner halves of the strokes are painted over.
  const many = item.paths.length > 1;
  if (many) stroke(2);
  lay(job, item.paths, seen, item.alpha, item.ink > 0 ? layer : undefined);
  if (!many) stroke(1);
}

const inked =
  (colour: readonly [number, number, number]): Shader =>
  (_x, _y, out) => {
    out[0] = colour[0];
    out[1] = colour[1];
    out[2] = colour[2];
  };

function paintLine(job: Job, item: Line, layer: number): void {
  const { picture, skin, noise } = job;
  const shader = surface(
    {
      ...item,
      type: 'fill',
      paths: [],
      light: { kind: 'flat', value: 0.75 },
      grain: 'none',
      ink: 0,
    },
    picture,
    skin,
    noise,
    layer,
  );
  const least = skin.ink ? skin.ink.width * 0.45 : 0.8;
  const drawn = skin.ink && (skin.hatch || (item.glow === 0 && item.colour[0] < 0.5));
  const ink = skin.ink && drawn ? inked(skin.ink.colour(layer)) : shader;
  lay(
    job,
    strokeOf(item.path, Math.max(least, item.width), false, item.taper),
    ink,
    item.alpha,
    undefined,
  );
}

/** Blends a shader into the canvas under the paths' coverage; mere detail starts no layer. */
function lay(
  job: Job,
  paths: readonly Path[],
  shader: Shader,
  alpha: number,
  layer: number | undefined,
): void {
  const { rgb, layer: layers, width } = job.canvas;
  const out = new Float64Array(3);
  job.raster.cover(paths, (y, from, to, cover) => {
    for (let x = from; x < to; x++) {
      const a = (cover[x] ?? 0) * alpha;
      if (a < 0.004) continue;
      shader(x + 0.5, y + 0.5, out);
      const at = y * width + x;
      const i = at * 3;
      rgb[i] = (rgb[i] ?? 0) + ((out[0] ?? 0) - (rgb[i] ?? 0)) * a;
      rgb[i + 1] = (rgb[i + 1] ?? 0) + ((out[1] ?? 0) - (rgb[i + 1] ?? 0)) * a;
      rgb[i + 2] = (rgb[i + 2] ?? 0) + ((out[2] ?? 0) - (rgb[i + 2] ?? 0)) * a;
      if (layer !== undefined && a > 0.5) layers[at] = layer;
    }
  });
}
