import type { OptionValue } from '../../contract.ts';

/** A file as an option's value. Rejects when it cannot be read. */
export function asFileValue(file: File): Promise<OptionValue> {
  const { promise, resolve, reject } = Promise.withResolvers<OptionValue>();
  const reader = new FileReader();
  reader.addEventListener('load', () => {
    const [, data = ''] = (typeof reader.result === 'string' ? reader.result : '').split(',', 2);
    resolve({ file: { name: file.name, type: file.type, data } });
  });
  reader.addEventListener('error', () => reject(new Error('The file cannot be read.')));
  reader.readAsDataURL(file);
  return promise;
}
