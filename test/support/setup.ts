const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 19)) {
  throw new Error(
    `Easel needs Node 22.19 or newer, and this is ${process.version}. Run "npm ci" without --ignore-scripts, then "npm test".`,
  );
}
