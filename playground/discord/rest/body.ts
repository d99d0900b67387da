import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Upload } from '../attachments.ts';
import { refuse } from '../errors.ts';

const JSON_TYPE = 'application/json';
const PAYLOAD = 'payload_json';

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw refuse.invalidJson();
  }
}

/** A part that says it is JSON has been parsed already. */
function readPayload(value: unknown): unknown {
  return typeof value === 'string' ? parseJson(value) : value;
}

/** Reads a multipart request: the JSON in `payload_json`, whatever it says it is, and the files in `files[n]` whatever n is. */
async function readMultipart(
  request: FastifyRequest,
  sizeLimit: number,
): Promise<{ body: unknown; uploads: Upload[] }> {
  let body: unknown = {};
  let total = 0;
  const uploads: Upload[] = [];
  for await (const part of request.parts({
    limits: { fileSize: sizeLimit + 1, fieldSize: sizeLimit },
  })) {
    if (part.type === 'field') {
      if (part.fieldname === PAYLOAD) body = readPayload(part.value);
      continue;
    }
    const bytes = await part.toBuffer();
    total += bytes.length;
    if (total > sizeLimit) throw refuse.tooLarge();
    if (part.fieldname === PAYLOAD) {
      body = parseJson(bytes.toString('utf8'));
      continue;
    }
    const index = Number(/^files\[(\d+)\]$/.exec(part.fieldname)?.[1] ?? uploads.length);
    uploads.push({ index, filename: part.filename, contentType: part.mimetype, bytes });
  }
  return { body, uploads };
}

/** Teaches the server both body formats of Discord's API, and its content type without a charset. `sizeLimit` is for the whole request, in bytes. */
export function readBodies(app: FastifyInstance, sizeLimit: number): void {
  app.decorateRequest('uploads');
  app.removeContentTypeParser(JSON_TYPE);
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_request: FastifyRequest, text: string) => parseJson(text),
  );
  app.addHook('onRequest', async (request) => {
    request.uploads = [];
    if (Number(request.headers['content-length'] ?? 0) > sizeLimit) throw refuse.tooLarge();
  });
  app.addHook('onSend', async (_request, reply, payload) => {
    const type = reply.getHeader('content-type');
    if (typeof type === 'string' && type.startsWith(JSON_TYPE)) {
      void reply.header('content-type', JSON_TYPE);
    }
    return payload;
  });
  app.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return;
    const { body, uploads } = await readMultipart(request, sizeLimit);
    request.body = body;
    request.uploads = uploads;
  });
}
