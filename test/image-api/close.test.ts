import { expect, it, onTestFinished } from 'vitest';
import { failureOf, lighthouse, startClient } from '../support/image-client.ts';
import { startRawService } from '../support/image-service.ts';

it('closes although a connection is still being made', async () => {
  const greeted = Promise.withResolvers<void>();
  const mute = await startRawService(() => greeted.resolve());
  onTestFinished(() => mute.close());
  const { api } = startClient(mute.url.replace('http:', 'https:'));
  const caller = new AbortController();
  const order = failureOf(api.draw(lighthouse, caller.signal));
  await greeted.promise;
  caller.abort();
  expect(await order).toMatchObject({ kind: 'cancelled', charged: 'no' });
  expect(await api.close()).toBeFalsy();
});
