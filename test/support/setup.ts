import * as fc from 'fast-check';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 19)) {
  throw new Error(
    `Easel needs Node 22.19 or newer, and this is ${process.version}. Run "npm ci" without --ignore-scripts, then "npm test".`,
  );
}

/** Properties try the same cases in every run; another seed tries others, as in FC_SEED=7 npm test. */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_261_122) });
