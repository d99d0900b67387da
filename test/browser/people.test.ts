import { expect, test } from 'vitest';
import { keyboardOn } from '../support/browser-chat.ts';
import { openGallery } from '../support/browser-gallery.ts';
import { pick, pressOn } from '../support/browser-keys.ts';
import { PATIENT } from '../support/browser-page.ts';

test('a note for one person is dismissed by them', PATIENT, async (context) => {
  const { page, problems } = await openGallery(context);
  const member = keyboardOn(page);
  await member.write('/hang ', 'Orchard', 'Enter');
  const note = await member.sees('It measures 320 by 200.');
  await pressOn(page, note.getByRole('button', { name: 'Dismiss message' }));
  await note.waitFor({ state: 'detached' });
  await member.seesPicture('Orchard on the north wall');
  expect(problems()).toEqual([]);
});

test('what one sees and may do follows who one is', PATIENT, async (context) => {
  const { page, problems } = await openGallery(context);
  const somebody = keyboardOn(page);
  const channel = (name: string) =>
    page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name });
  const openMenu = async (): Promise<void> => {
    await pressOn(page, page.getByRole('button', { name: /^More for this message/ }).first());
    await page.getByRole('menu').waitFor();
  };
  const remove = page.getByRole('menuitem', { name: /^Delete/ });
  await somebody.write('/hang ', 'Orchard', 'Enter');
  const picture = await somebody.sees('Orchard on the north wall');
  await picture.locator('.picture').waitFor();
  await channel('sketches').waitFor();
  expect(await channel('mod-log').count()).toBe(0);
  await openMenu();
  expect(await remove.count()).toBe(0);
  await somebody.type('Escape');

  await somebody.choose('You are', 'Moderator');
  await channel('mod-log').waitFor();
  await openMenu();
  await pick(page, remove);
  await picture.waitFor({ state: 'detached' });
  await pressOn(page, channel('mod-log'));
  await page.getByRole('heading', { name: 'Welcome to #mod-log!' }).waitFor();

  await somebody.choose('You are', 'Second');
  await channel('mod-log').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Welcome to #art!' }).waitFor();
  expect(await picture.count()).toBe(0);
  expect(problems()).toEqual([]);
});

test(
  'whoever was chosen acts, while the page still shows what another sees',
  async (context) => {
    const { page, problems } = await openGallery(context);
    const somebody = keyboardOn(page);
    const held = Promise.withResolvers<void>();
    await page.route(/\/page\/events\?as=/, async (route) => {
      await held.promise;
      await route.continue();
    });
    await somebody.choose('You are', 'Second');
    const second = await page.getByRole('combobox', { name: 'You are' }).inputValue();
    const sent = page.waitForRequest(/\/page\/actions$/);
    await somebody.write('Good morning', 'Enter');
    expect((await sent).postDataJSON()).toMatchObject({ kind: 'say', as: second });
    held.resolve();
    await somebody.sees(/Second.*Good morning/s);
    expect(problems()).toEqual([]);
  },
  PATIENT.timeout,
);

test(
  'a page that is loaded again is the same person; one who is not there, the first',
  async (context) => {
    const { page } = await openGallery(context);
    const somebody = keyboardOn(page);
    const chosen = page.getByRole('combobox', { name: 'You are' }).locator('option:checked');
    const modLog = page.getByLabel('Channels').getByRole('button', { name: 'mod-log' });
    await somebody.choose('You are', 'Moderator');
    await modLog.waitFor();
    await page.reload();
    await modLog.waitFor();
    expect(await chosen.innerText()).toBe('Moderator');
    await page.evaluate(
      'for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, "100000000000000001")',
    );
    await page.reload();
    await chosen.filter({ hasText: /^Member$/ }).waitFor({ state: 'attached' });
    await expect.poll(() => page.evaluate('sessionStorage.length')).toBe(0);
  },
  PATIENT.timeout,
);
