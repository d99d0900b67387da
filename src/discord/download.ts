/** A file takes at most so long, in milliseconds. */
const PATIENCE_MS = 30_000;

/**
 * The bytes of a file of a message, in one attempt. `size` is what Discord says of it.
 * @throws Error where it does not come, or is not as long as that.
 */
export async function download(url: string, size: number, hurry: AbortSignal): Promise<Buffer> {
  const signal = AbortSignal.any([hurry, AbortSignal.timeout(PATIENCE_MS)]);
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`A file of a message was answered with ${answer.status}.`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (bytes.length !== size) throw new Error('A file of a message is not as long as it should be.');
  return bytes;
}
