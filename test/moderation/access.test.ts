import { describe, expect, it } from 'vitest';
import { accessRefusal } from '../../src/moderation/access.ts';
import { CHANNEL } from '../support/snowflakes.ts';

const asker = { channelId: CHANNEL, roleIds: ['7', '8'], isAgeRestricted: false };
const open = { agePolicy: 'anywhere' } as const;
const block = { v: 1, by: '1', reason: 'Spam', since: 0, until: 5, case: 3 } as const;

describe('whoever asks for pictures', () => {
  it('may, where nothing is set', () => {
    expect(accessRefusal(asker, open, undefined)).toBeUndefined();
    expect(accessRefusal({ ...asker, channelId: null }, open, undefined)).toBeUndefined();
  });

  it('may not while they are blocked, whatever else is set', () => {
    const rules = { ...open, channels: ['1'], roles: ['1'] };
    expect(accessRefusal(asker, rules, block)).toEqual({
      kind: 'blocked',
      until: 5,
      reason: 'Spam',
      case: 3,
    });
  });

  it('may in the channels that are named, and not where Discord does not say which it is', () => {
    const rules = { ...open, channels: ['1', CHANNEL] };
    const refusal = { kind: 'wrong-channel', channels: ['1', CHANNEL] };
    expect(accessRefusal(asker, rules, undefined)).toBeUndefined();
    expect(accessRefusal({ ...asker, channelId: '2' }, rules, undefined)).toEqual(refusal);
    expect(accessRefusal({ ...asker, channelId: null }, rules, undefined)).toEqual(refusal);
  });

  it('may with one of the roles that are named', () => {
    expect(accessRefusal(asker, { ...open, roles: ['1', '8'] }, undefined)).toBeUndefined();
    const refusal = { kind: 'wrong-role', roles: ['1'] };
    expect(accessRefusal(asker, { ...open, roles: ['1'] }, undefined)).toEqual(refusal);
    expect(accessRefusal({ ...asker, roleIds: [] }, { ...open, roles: ['1'] }, undefined)).toEqual(
      refusal,
    );
  });

  it.each([
    ['restricted-only', true, undefined],
    ['restricted-only', false, 'restricted'],
    ['restricted-only', null, 'restricted'],
    ['unrestricted-only', false, undefined],
    ['unrestricted-only', true, 'unrestricted'],
    ['unrestricted-only', null, 'unrestricted'],
    ['anywhere', null, undefined],
  ] as const)(
    'under %s in a channel whose flag is %s: %s',
    (agePolicy, isAgeRestricted, wanted) => {
      const refusal = accessRefusal({ ...asker, isAgeRestricted }, { agePolicy }, undefined);
      expect(refusal).toEqual(wanted && { kind: 'wrong-age', wanted });
    },
  );
});
