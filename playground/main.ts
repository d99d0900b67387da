import { type Order, parseOrder } from './args.ts';
import { isKnown, perform } from './play.ts';

/** Runs the playground; returns its exit code. */
async function run(order: Order): Promise<number> {
  switch (order.kind) {
    case 'help':
      console.log(order.text);
      return 0;
    case 'wrong':
      console.error(`${order.problem} --help shows what there is.`);
      return 2;
    case 'play':
      try {
        await perform(order);
        return 0;
      } catch (error) {
        console.error(isKnown(error) ? `\nIt did not work: ${error.message}` : error);
        return 1;
      }
  }
}

process.exit(await run(parseOrder(process.argv.slice(2))));
