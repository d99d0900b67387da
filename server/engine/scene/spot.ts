/** Somewhere a thing can stand; `size` is its natural height in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}
