import { z } from 'zod';

/** A Discord id. */
export const id = z.string().regex(/^\d{1,20}$/);
