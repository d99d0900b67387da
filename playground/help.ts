/** What `--help` shows. */
export const HELP = `Runs Easel on this machine alone, with no bot token and no API key: a local Discord,
a self-hosted Stable Image Core with the sample engine, and the real bot between them.

  npm run playground                      draw "A lighthouse on a cliff", then stay up for the page
  npm run playground -- "a fox in snow"   begin with a prompt of your own
  npm run playground -- --once            stop after the first picture

Options:
  --once          stop after the first picture: exit code 0 when it came, 1 when it did not
  --port N        the page's port on 127.0.0.1, 1 to 65535; a free one unless given
  --no-open       do not open the page in the browser; only a terminal's playground opens it at all
  --latency MS    have the image API wait before it answers, 0 to 60000 milliseconds
  --api URL       draw with this image API instead of the sample engine: the real service or one of
                  your own; https, or http on this machine. What is drawn there may cost credits
  --key KEY       the key for --api; it is never printed
  --data DIR      keep everything in this folder: the messages, the pictures, the bot's books;
                  a playground that was kept goes on where it was and draws nothing by itself
  -h, --help      show this text`;
