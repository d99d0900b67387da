/** A thing that grows at a place: its foot, its height and how far away it is. */
export interface Plant {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly far: number;
}
