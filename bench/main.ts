import { benchEngine } from './engine.ts';
import { benchHistory } from './history.ts';
import { benchLedger } from './ledger.ts';

console.log('The ledger: a hold and its capture, in servers of one member to a million.');
await benchLedger();
console.log('The history: a page of one member’s pictures.');
await benchHistory();
console.log('The sample engine: one picture, and the longest stall of the main thread meanwhile.');
await benchEngine();
