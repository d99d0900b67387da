/** A reason to stop the playground that its user can be told in one line. */
export class PlaygroundError extends Error {
  override readonly name = 'PlaygroundError';
}
