import { describe, expect, it } from 'vitest';
import { settingsDocument } from '../../src/settings/documents.ts';
import { policySchema } from '../../src/settings/policy.ts';
import { pageOf, SECTIONS, sectionOf } from '../../src/settings/sections.ts';
import { GUILD } from '../support/snowflakes.ts';

describe('the pages', () => {
  it('hold every setting there is, each once', () => {
    const listed = Object.values(SECTIONS).flatMap((page) => page.map(({ of }) => of as string));
    const limits = ['server', 'memberDay', 'memberMonth'];
    const all = [...Object.keys(policySchema.shape), 'logChannel', ...limits];
    expect(listed.toSorted()).toEqual(all.toSorted());
    const whole = Object.fromEntries(limits.map((name) => [name, 6]));
    const stored = { v: 1, limits: { ...whole, channels: {}, roles: {} } };
    expect(settingsDocument(GUILD).schema.safeParse(stored).success).toBe(true);
  });

  it('are found by their names and by what is on them', () => {
    expect(sectionOf('place')).toBe('place');
    expect(sectionOf('toString')).toBe('overview');
    expect(pageOf({ kind: 'value', of: 'logChannel' })).toBe('records');
    expect(pageOf({ kind: 'share', of: 'roles' })).toBe('shares');
    expect(pageOf({ kind: 'names', of: 'roles' })).toBe('place');
  });
});
