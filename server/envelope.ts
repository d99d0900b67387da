import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import type { GenerateResponse } from '../src/image-api/contract.ts';

/** Sends the envelope of a failure: `code` -1 and one sentence for people. */
export type Fail = (reply: FastifyReply, status: number, message: string) => FastifyReply;

/** The body of a failure. */
const failure = (message: string): GenerateResponse => ({ code: -1, message, data: null });

/** How failures are sent: with their own status, or always with 200 for callers that expect it. */
export const createFail =
  (always200: boolean): Fail =>
  (reply, status, message) =>
    reply.code(always200 ? 200 : status).send(failure(message));

/** Answers a caller whose bytes are no HTTP request, and closes the connection. */
export function refuseGarbage(_error: Error, socket: Socket): void {
  const body = JSON.stringify(failure('This is not a valid HTTP request.'));
  if (!socket.writable) return;
  const head = `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\nconnection: close\r\n`;
  socket.end(`${head}content-length: ${body.length}\r\n\r\n${body}`);
}
