import { benchCases } from './cases.ts';
import { benchEngine } from './engine.ts';
import { benchHistory } from './history.ts';
import { benchLedger } from './ledger.ts';
import { benchRules } from './rules.ts';
import { benchWebp } from './webp.ts';

console.log('The ledger: a hold and its capture, in servers of one member to a million.');
await benchLedger();
console.log('Moderation: microseconds a call, in servers of no case to a million.');
await benchCases();
console.log('The history: a page of one member’s pictures.');
await benchHistory();
console.log('Prompt rules: milliseconds to hold one text against ten thousand.');
benchRules();
console.log('The sample engine: one picture, and the longest stall of the main thread meanwhile.');
await benchEngine();
console.log('A WebP of pictures too large for a server: noise, and a picture like a painted one.');
await benchWebp();
