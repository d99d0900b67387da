import { examine } from './doctor/examine.ts';

process.exitCode = await examine({
  env: process.env,
  nodeVersion: process.versions.node,
  print: (text) => console.log(text),
});
