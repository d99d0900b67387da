import { expect, test, type TestContext } from 'vitest';
import { keyboardOn } from '../support/browser-chat.ts';
import { type Gallery, openGallery } from '../support/browser-gallery.ts';
import { pick, pressOn } from '../support/browser-keys.ts';
import { PATIENT } from '../support/browser-page.ts';

/** Everything that was wrong so far, wherever it was found. */
const troubles = ({ app, discord, problems }: Gallery): readonly unknown[] => [
  ...app.errors,
  ...discord.traffic.violations(),
  ...problems(),
];

/** The page with a picture hung, and what its person does next. */
async function hung(context: TestContext) {
  const gallery = await openGallery(context);
  const { page } = gallery;
  const member = keyboardOn(page);
  await member.write('/hang ', 'Orchard', 'Tab', 'wall', 'Enter', 'south', 'Enter', 'Enter');
  await member.seesPicture('Orchard on the south wall');
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  return { gallery, page, member, button };
}

test(
  'suggestions come while one types, and are taken with the arrows',
  PATIENT,
  async (context) => {
    const gallery = await openGallery(context);
    const { page } = gallery;
    const member = keyboardOn(page);
    await member.write('/hang ', 'harb');
    await page.getByRole('option', { name: 'Harbour at night' }).waitFor();
    await member.type('ArrowDown', 'Enter', 'Enter');
    await member.seesPicture('Harbour at night on the north wall');
    await member.sees(/It measures 320 by 200\.\s+.*Only you can see this/s);
    expect(troubles(gallery)).toEqual([]);
  },
);

test('buttons change their message, follow up, and remove it', PATIENT, async (context) => {
  const { gallery, page, member, button } = await hung(context);
  await pressOn(page, button('Like'), 'Space');
  await member.sees('Orchard on the south wall, liked');
  await pressOn(page, button('Announce'));
  await member.sees('The doors are open.');
  await member.sees(/Discarded: A draft\.\s+.*Only you can see this/s);
  await pressOn(page, button('Take down'));
  await member.messages('Orchard').first().waitFor({ state: 'detached' });
  expect(troubles(gallery)).toEqual([]);
});

test('menus of every sort are filled by keyboard', PATIENT, async (context) => {
  const { gallery, page, member, button } = await hung(context);
  await pressOn(page, button('Frame'));
  await member.type('Enter', 'ArrowDown', 'Enter');
  await pressOn(page, button('Done: 2 chosen'));
  await member.sees('frame: oak and gilt');

  const choose = async (menu: string, option: string): Promise<void> => {
    await pressOn(page, button(menu));
    await pick(page, page.getByRole('option', { name: option }));
  };
  await choose('Painter', '@Owner');
  await member.sees(`painter: ${gallery.discord.world.people.owner.username}`);
  await choose('Visitors', '@Managers');
  await member.sees('visitors: Managers');
  await choose('Room', '#sketches');
  await member.sees('room: #sketches');
  expect(troubles(gallery)).toEqual([]);
});

test('a form says what is wrong, and is sent by keyboard', PATIENT, async (context) => {
  const { gallery, page, member, button } = await hung(context);
  await pressOn(page, button('Rename'));
  const form = page.getByRole('dialog', { name: 'Rename the picture' });
  await pressOn(page, form.getByRole('textbox', { name: 'New title' }), 'N');
  await member.type('o', 'Enter');
  await form.getByText('Takes 3 to 40 characters, not 2.').waitFor();
  await member.type(' more of it');
  await pressOn(page, form.getByRole('button', { name: /^Language/ }));
  await member.type('ArrowDown', 'Enter');
  await pressOn(page, form.getByRole('button', { name: 'Submit' }));
  await form.waitFor({ state: 'detached' });
  await member.sees('No more of it in French');
  expect(troubles(gallery)).toEqual([]);
});

test('the menus of messages and of people offer what is registered', PATIENT, async (context) => {
  const { gallery, page, member } = await hung(context);
  const item = (name: string) => page.getByRole('menuitem', { name });
  await pressOn(page, page.getByRole('button', { name: /^More for this message/ }).first());
  await item('Quote').waitFor();
  expect(await item('Introduce').count()).toBe(0);
  await pick(page, item('Quote'));
  await member.sees(/Orchard on the south wall\s*said /);

  await pressOn(page, page.getByRole('button', { name: /Second member/ }).last());
  await item('Introduce').waitFor();
  expect(await item('Quote').count()).toBe(0);
  await pick(page, item('Introduce'));
  await member.sees(/second.?member.*Only you can see this/is);
  expect(troubles(gallery)).toEqual([]);
});
