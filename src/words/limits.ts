import type { LimitName } from '../credits/limits.ts';

/** What a limit is called, as the beginning of a sentence about what is left of it. */
export function limitOwner(name: LimitName): string {
  switch (name.of) {
    case 'server':
      return 'This server has';
    case 'member-month':
    case 'member-day':
      return 'You have';
    case 'channel':
      return `In <#${name.id}> there are`;
    case 'role':
      return `Members with <@&${name.id}> together have`;
  }
}

/** The time a limit is for. */
export const limitPeriod = ({ of }: LimitName): string =>
  of === 'member-day' ? 'today' : 'this month';

/** What a limit is called in a list. */
export function limitTitle(name: LimitName): string {
  switch (name.of) {
    case 'server':
      return 'This server';
    case 'member-month':
      return 'You, this month';
    case 'member-day':
      return 'You, today';
    case 'channel':
      return `<#${name.id}>`;
    case 'role':
      return `<@&${name.id}>`;
  }
}
