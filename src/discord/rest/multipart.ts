/** A file to upload. */
export interface UploadFile {
  readonly name: string;
  readonly data: Buffer;
  /** Media type, as in `image/png`. */
  readonly contentType: string;
}

/**
 * A message with files as Discord takes it: `files[n]` parts, then `payload_json` (Discord's docs).
 * It is encoded here because @discordjs/rest hands a FormData to whichever undici was loaded last, and
 * a newer one refuses it.
 */
async function encodeMultipart(
  payload: object,
  files: readonly UploadFile[],
): Promise<{ body: Uint8Array; contentType: string }> {
  const form = new FormData();
  for (const [index, { name, data, contentType }] of files.entries()) {
    form.append(`files[${index}]`, new Blob([data], { type: contentType }), name);
  }
  form.append('payload_json', JSON.stringify(payload));
  const encoded = new Response(form);
  return {
    body: new Uint8Array(await encoded.arrayBuffer()),
    contentType: encoded.headers.get('content-type') ?? '',
  };
}

/** A message with files as a request that @discordjs/rest sends untouched. */
export async function asForm(payload: object, files: readonly UploadFile[]) {
  const { body, contentType } = await encodeMultipart(payload, files);
  return { body, passThroughBody: true, headers: { 'content-type': contentType } };
}
