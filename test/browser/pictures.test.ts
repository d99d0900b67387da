import { expect, test } from 'vitest';
import { keyboardOn } from '../support/browser-chat.ts';
import { openGallery } from '../support/browser-gallery.ts';
import { pressOn } from '../support/browser-keys.ts';
import { PATIENT } from '../support/browser-page.ts';

test('a picture has its place before it comes, so that nothing moves', PATIENT, async (context) => {
  const { page, problems } = await openGallery(context);
  const held = Promise.withResolvers<void>();
  await page.route(/picture\.png/, async (route) => {
    await held.promise;
    await route.continue();
  });
  const member = keyboardOn(page);
  await member.write('/hang ', 'Orchard', 'Enter');
  const message = await member.sees('Orchard on the north wall');
  const place = message.locator('.picture');
  const before = await place.boundingBox();
  expect(before).toMatchObject({ width: 320, height: 200 });
  held.resolve();
  await member.seesPicture('Orchard on the north wall');
  expect(await place.boundingBox()).toEqual(before);
  expect(problems()).toEqual([]);
});

test('a picture opens in full size and gives the focus back', PATIENT, async (context) => {
  const { page, problems } = await openGallery(context);
  const member = keyboardOn(page);
  await member.write('/hang ', 'Orchard', 'Enter');
  await member.seesPicture('Orchard on the north wall');
  const opener = page.getByRole('button', { name: 'Open picture: Orchard, painted' });
  await pressOn(page, opener);
  const viewer = page.getByRole('dialog', { name: 'Picture: Orchard, painted' });
  await viewer.getByText('320 × 200').waitFor();
  await member.type('Escape');
  await viewer.waitFor({ state: 'detached' });
  expect(await opener.and(page.locator(':focus')).count()).toBe(1);
  expect(problems()).toEqual([]);
});
