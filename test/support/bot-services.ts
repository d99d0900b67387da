import { gzipSync } from 'node:zlib';
import { sendJson } from './image-service.ts';
import { type Handler, paintAsAsked, type Stage } from './stage.ts';

/**
 * A service that treats each prompt by its own script and paints every other; a script's count is
 * how often its prompt has come.
 */
export function byPrompt(scripts: Readonly<Record<string, Handler>>): Handler {
  const counts = new Map<string, number>();
  return (request, response, count) => {
    const { prompt } = JSON.parse(request.body) as { prompt: string };
    const come = (counts.get(prompt) ?? 0) + 1;
    counts.set(prompt, come);
    const script = scripts[prompt];
    return script === undefined
      ? paintAsAsked(request, response, count)
      : script(request, response, come);
  };
}

/** The requests that came with a prompt. */
export const callsFor = ({ service }: Stage, prompt: string) =>
  service.requests.filter(({ body }) => (JSON.parse(body) as { prompt: string }).prompt === prompt);

/** Fails this often, then paints. */
export const first =
  (times: number, failure: Handler): Handler =>
  (request, response, count) =>
    (count <= times ? failure : paintAsAsked)(request, response, count);

/** What a proxy in front of the service answers. */
export const html =
  (status: number): Handler =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end('<html>proxy</html>');
  };

/** Closes the connection once the request is there. */
export const reset: Handler = (_, response) => response.destroy();

/** A success that ends in the middle of its picture, although the answer is complete by HTTP. */
export const cutJson: Handler = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"code":0,"message":"success","data":{"image":"iVBORw0KGgo');
};

/** A success with these bytes as its picture. */
export const sends =
  (picture: Buffer): Handler =>
  (_, response) =>
    sendJson(response, 200, {
      code: 0,
      message: 'success',
      data: { image: picture.toString('base64'), seed: 1 },
    });

/** A small answer that would unpack to 100 MB. */
export const gzipBomb: Handler = (_, response) => {
  const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024, ' '));
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
  response.end(bomb);
};

/** White space for as long as the other side takes it. */
export const endless: Handler = (_, response) => {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  response.writeHead(200, { 'content-type': 'application/json' });
  const pump = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', pump);
  pump();
};

/** One byte at a time, so that the connection never lies idle. */
export const drip: Handler = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(timer));
};

/** Takes the request and never answers. */
export const silence: Handler = () => {};
