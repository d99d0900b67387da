import { parentPort } from 'node:worker_threads';

// Stands in for a painter: answers, breaks down, ends, or never answers.
parentPort?.on('message', (job: string) => {
  if (job === 'throw') throw new Error('broken brush');
  if (job === 'exit') process.exit(3);
  if (job !== 'hang') parentPort?.postMessage(`done ${job}`, []);
});
