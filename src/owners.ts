import { z } from 'zod';

/** Discord's docs, "Membership State Enum": invited, and not yet accepted. */
const INVITED = 1;

const user = z.object({ id: z.string(), username: z.string() });

/** The part of Discord's application object that says whose it is. */
export const ownershipSchema = z.object({
  owner: user.optional(),
  team: z
    .object({
      name: z.string(),
      members: z.array(
        z.object({ user, membership_state: z.int().optional(), role: z.string().optional() }),
      ),
    })
    .nullish(),
});

/**
 * Who owns an application: its owner, or everybody in its team who has joined and may do more than
 * read. A team's application names the team's own account as its owner, which nobody uses
 * (Discord's docs).
 */
export function ownersOf({
  owner,
  team,
}: z.infer<typeof ownershipSchema>): readonly z.infer<typeof user>[] {
  if (team) {
    return team.members
      .filter(({ membership_state: state, role }) => state !== INVITED && role !== 'read_only')
      .map((member) => member.user);
  }
  return owner === undefined ? [] : [owner];
}
