import type { Picture } from '../../src/image-api/client.ts';
import type { PictureRequest } from '../../src/request.ts';

/** A picture of the service, tiny unless bytes are given. */
export const picture = (fields: Partial<Picture> = {}): Picture => ({
  bytes: Buffer.from('not looked at'),
  format: 'png',
  width: 1024,
  height: 1024,
  seed: 7,
  sampleEngine: false,
  ...fields,
});

/** A request of one square picture. */
export const pictureRequest = (fields: Partial<PictureRequest> = {}): PictureRequest => ({
  prompt: 'A fox',
  aspectRatio: '1:1',
  count: 1,
  ...fields,
});
