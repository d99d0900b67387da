/** Long enough for a channel to be drawn, and to scroll to its end as it does at first. */
const FRAMES = 3;

/** Brings a message into view and marks it, once the page is drawn; false where it is not there. */
export async function bringIntoView(page: ParentNode, messageId: string): Promise<boolean> {
  for (let frame = 0; frame < FRAMES; frame += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  const message = page.querySelector(`[id="message-${messageId}"]`);
  if (message === null) return false;
  location.hash = '';
  location.hash = message.id;
  message.scrollIntoView({ block: 'center' });
  return true;
}
