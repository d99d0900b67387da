import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { unknownKeys } from '../../../../playground/discord/rules/unknown-keys.ts';

test('nothing is unknown in a document compared with itself', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (document) => {
      expect(unknownKeys(document, structuredClone(document))).toEqual([]);
    }),
  );
});

const steps = fc.array(fc.oneof(fc.nat(3), fc.stringMatching(/^[a-z]{1,5}$/)), { maxLength: 5 });

/** A value inside as many lists and objects as there are steps to it. */
function wrapped(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduceRight<unknown>(
    (inner, step) =>
      typeof step === 'number'
        ? [...Array.from({ length: step }, () => ({})), inner]
        : { [step]: inner },
    value,
  );
}

test('a key the other lacks is found at any depth, with its path', () => {
  fc.assert(
    fc.property(steps, fc.jsonValue(), (path, value) => {
      const input = wrapped({ known: 1, misspelt: value }, path);
      const output = wrapped({ known: 1 }, path);
      const where = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
      const expected = `${where.join('')}.misspelt`.replace(/^\./, '');
      expect(unknownKeys(input, output).map((violation) => violation.path)).toEqual([expected]);
    }),
  );
});
