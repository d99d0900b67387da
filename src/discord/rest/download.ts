/** A file could not be fetched; its address may be too old, or the network failed. */
class DownloadError extends Error {
  override readonly name = 'DownloadError';
}

/**
 * Fetches a file from the address that Discord gave for it. Rejects when it is not there, when it is
 * not of the `size` in bytes that Discord says, and when the signal ends it.
 */
export async function download(url: string, size: number, signal: AbortSignal): Promise<Buffer> {
  const answer = await fetch(url, { signal, redirect: 'error' });
  if (!answer.ok || answer.body === null) {
    await answer.body?.cancel();
    throw new DownloadError(`The file's address answered with ${answer.status}.`);
  }
  const parts: Uint8Array[] = [];
  let came = 0;
  for await (const part of answer.body) {
    came += part.length;
    if (came > size) throw new DownloadError(`The file is larger than ${size} bytes.`);
    parts.push(part);
  }
  if (came < size) throw new DownloadError(`The file ended after ${came} of ${size} bytes.`);
  return Buffer.concat(parts);
}
