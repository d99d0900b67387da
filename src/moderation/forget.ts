import type { Store } from '../storage/store.ts';
import { BLOCK_PREFIX, type Block, blockDocument } from './block-documents.ts';
import { holds } from './blocks.ts';
import {
  type Case,
  CASE_PREFIX,
  caseDocument,
  type End,
  FORGOTTEN,
  indexDocument,
  textDocument,
} from './case-documents.ts';
import type { Facts } from './facts.ts';
import { forgetReports } from './forget-reports.ts';

/** What was forgotten of a member. */
export interface ForgottenModeration {
  /** Cases that named them. */
  readonly cases: number;
  /** Servers in which they are blocked; they stay so. */
  readonly blocks: number;
}

function factsWithout(facts: Facts, userId: string, isAbout: boolean): Facts {
  if (facts.kind === 'refusal' && isAbout && facts.secondLook !== undefined) {
    return { ...facts, secondLook: { ...facts.secondLook, link: null } };
  }
  if ((facts.kind !== 'block' && facts.kind !== 'unblock') || facts.before?.by !== userId) {
    return facts;
  }
  return { ...facts, before: { ...facts.before, by: FORGOTTEN } };
}

/**
 * A case without a member; undefined where it does not name them. That it happened, its number and
 * what others did stay. Gone are the member's id wherever it stands, all that was said about them, words
 * that name them, and the reason of a report of theirs, which is their own words.
 */
function caseWithout(entry: Case, userId: string): Case | undefined {
  const swap = (id: string): string => (id === userId ? FORGOTTEN : id);
  const { actor, target, link, reason, note, end } = entry;
  const isAbout = target === userId;
  const isTheirReport = actor === userId && entry.facts.kind === 'report';
  const isNamedIn = (words: string | null | undefined) => words?.includes(userId) === true;
  const facts = factsWithout(entry.facts, userId, isAbout);
  const isNamed =
    isAbout ||
    [actor, note?.by, end?.by].includes(userId) ||
    [reason, note?.text, end?.reason].some(isNamedIn) ||
    facts !== entry.facts;
  if (!isNamed) return undefined;
  const keptNote = isAbout || isNamedIn(note?.text) ? null : note;
  return {
    ...entry,
    facts,
    actor: swap(actor),
    target: target && swap(target),
    link: isAbout ? null : link,
    reason: isAbout || isTheirReport || isNamedIn(reason) ? null : reason,
    note: keptNote && { ...keptNote, by: swap(keptNote.by) },
    end: end && endWithout(end, isAbout || isNamedIn(end.reason), swap),
  };
}

function endWithout({ reason, ...end }: End, isMute: boolean, swap: (id: string) => string): End {
  return { ...end, by: swap(end.by), ...(!isMute && reason !== undefined && { reason }) };
}

/**
 * Forgets a member in every server's cases, while no bot runs. A block stays, or whoever is blocked
 * could lift it by asking to be forgotten; only its reason goes, and the id of a moderator who set it.
 * What is broken stays, because nobody knows whom it names. Throws StoreError when the database fails.
 * @param now milliseconds since 1970.
 */
export async function forgetModeration(
  store: Store,
  userId: string,
  now: number,
): Promise<ForgottenModeration> {
  const cases = await forgetCases(store, userId);
  const blocks = await forgetBlocks(store, userId, now);
  await forgetReports(store, userId);
  await store.sweep();
  return { cases, blocks };
}

async function forgetCases(store: Store, userId: string): Promise<number> {
  let cases = 0;
  for await (const { key, value } of store.scan(CASE_PREFIX)) {
    const [guildId = '', digits] = key.slice(CASE_PREFIX.length).split(':');
    const number = Number(digits);
    const entry = caseDocument(guildId, number);
    const { data: before } = entry.schema.safeParse(value);
    const after = before && caseWithout(before, userId);
    if (after === undefined) continue;
    const documents = {
      entry,
      text: textDocument(guildId, number),
      index: indexDocument(guildId, userId, number),
    };
    const isAbout = before?.target === userId;
    await store.update(documents, () => ({
      answer: undefined,
      write: { entry: after, ...(isAbout && { text: null, index: null }) },
    }));
    cases += 1;
  }
  return cases;
}

async function forgetBlocks(store: Store, userId: string, now: number): Promise<number> {
  let blocks = 0;
  for await (const { key, value } of store.scan(BLOCK_PREFIX)) {
    const [guildId = '', blockedId = ''] = key.slice(BLOCK_PREFIX.length).split(':');
    const { data: block } = blockDocument(guildId, blockedId).schema.safeParse(value);
    const isAbout = blockedId === userId;
    if (isAbout && (block === undefined || holds(block, now))) blocks += 1;
    const isWordOfThem = block?.reason?.includes(userId) === true;
    if (block === undefined || (!isAbout && block.by !== userId && !isWordOfThem)) continue;
    const { by, until } = block;
    const after: Block = {
      ...block,
      by: by === userId ? FORGOTTEN : by,
      reason: isAbout || isWordOfThem ? null : block.reason,
    };
    // It is kept no longer than it would have been.
    const lastsMs = until === null ? null : Math.max(0, until - now);
    const row = blockDocument(guildId, blockedId, lastsMs);
    await store.update({ row }, () => ({ answer: undefined, write: { row: after } }));
  }
  return blocks;
}
