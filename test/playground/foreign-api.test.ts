import { describe, expect, it } from 'vitest';
import { apiOf } from '../../playground/foreign-api.ts';

describe('an image API of the user’s own', () => {
  it.each([
    ['https://images.example/', 'https://images.example'],
    ['https://images.example/v2/api/generate/core', 'https://images.example/v2'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://[::1]:8787/api/generate/core/', 'http://[::1]:8787'],
  ])('is had at %s', (address, url) => {
    expect(apiOf(address, 'a-key')).toEqual({ url, key: 'a-key' });
  });

  it.each([
    ['images.example', 'k', /an address such as/],
    ['ftp://images.example', 'k', /takes https/],
    ['http://127.0.0.1.images.example', 'k', /takes https/],
    ['https://me:pass@images.example', 'k', /without user, query or fragment/],
    ['https://images.example/?key=x', 'k', /without user, query or fragment/],
    ['https://images.example', 'a key', /visible characters/],
  ])('is refused at %s with key %s', (address, key, problem) => {
    expect(apiOf(address, key)).toMatch(problem);
  });

  it('is none without switches', () => {
    expect(apiOf(undefined, undefined)).toBeUndefined();
  });
});
