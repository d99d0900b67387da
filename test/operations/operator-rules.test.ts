import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { OperatorRulesError, readOperatorRules } from '../../src/operations/operator-rules.ts';

async function fileWith(text: string | Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'easel-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'rules.txt');
  await writeFile(path, text);
  return path;
}

it('are none without a file', async () => {
  expect(await readOperatorRules(null)).toEqual([]);
});

it('are one a line', async () => {
  const path = await fileWith('\ufeff# everywhere\r\n*gore*\r\nstrict: nude\r\n');
  const rules = await readOperatorRules(path);
  expect(rules.map(({ text }) => text)).toEqual(['*gore*', 'strict: nude']);
});

it('are not half a list: every bad line is named', async () => {
  const path = await fileWith('gore\n*\nf*ck\n');
  await expect(readOperatorRules(path)).rejects.toThrow(
    /line 2 would meet every text.*\n {2}line 3 has a star within it/,
  );
});

it.each([
  ['Latin-1', Buffer.from('Schön\ngore\n', 'latin1')],
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('# words\ngore\n', 'utf16le')])],
])('are not guessed from a file in %s', async (_, bytes) => {
  await expect(readOperatorRules(await fileWith(bytes))).rejects.toThrow(/is not text in UTF-8/);
});

it('must be there where a file is named', async () => {
  await expect(readOperatorRules('/nowhere/rules.txt')).rejects.toThrow(OperatorRulesError);
});
