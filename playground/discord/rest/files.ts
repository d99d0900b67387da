import type { FastifyRequest } from 'fastify';
import { refuse } from '../errors.ts';

/** Refuses files above the limit in bytes with 413 and code 40005. */
export function refuseLargeFiles(request: FastifyRequest, limit: number): void {
  if (request.uploads.some(({ bytes }) => bytes.length > limit)) throw refuse.tooLarge();
}
