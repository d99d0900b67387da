/** The rights the bot needs, as bits of Discord's permission field (Discord's docs). */
const permissions = {
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  sendMessagesInThreads: 1n << 38n,
};

/** The address that adds the application to a server with the fewest rights that suffice. */
export function inviteLink(applicationId: string): string {
  const url = new URL('https://discord.com/oauth2/authorize');
  const bits = Object.values(permissions).reduce((all, bit) => all | bit, 0n);
  url.search = `client_id=${applicationId}&scope=bot+applications.commands&permissions=${bits}`;
  return url.href;
}
