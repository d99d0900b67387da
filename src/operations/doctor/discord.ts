import { z } from 'zod';
import { ownershipSchema } from '../../owners.ts';
import { inviteLink } from '../invite.ts';
import type { Asked, DiscordRest } from './discord-rest.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const user = z.object({ id: z.string(), username: z.string() });

const application = ownershipSchema.extend({
  id: z.string(),
  name: z.string(),
  bot_require_code_grant: z.boolean().optional(),
  interactions_endpoint_url: z.string().nullish(),
});

/** The fields of Discord's application object that the checks look at. */
export type Application = z.infer<typeof application>;

const gatewayBot = z.object({
  shards: z.int(),
  session_start_limit: z.object({ total: z.int(), remaining: z.int(), reset_after: z.number() }),
});

/** Says why Discord gave no data. */
export function unanswered(asked: Exclude<Asked<unknown>, { kind: 'data' }>): Finding {
  if (asked.kind === 'unreachable') {
    return fail(
      `Discord does not answer (${asked.reason}): check the network, DNS, and DISCORD_API_URL`,
    );
  }
  switch (asked.status) {
    case 401:
      return fail(
        'Discord refuses DISCORD_TOKEN: copy it again, or reset it on the Bot page of the developer portal',
      );
    case 429:
      return warn('Discord asks for a pause (HTTP 429): run this again in a few minutes');
    default:
      return fail(
        `Discord answers with HTTP ${asked.status}: check DISCORD_API_URL and https://discordstatus.com`,
      );
  }
}

function applicationFindings(app: Application): Finding[] {
  const findings = [ok(`Application "${app.name}"; invite it with ${inviteLink(app.id)}`)];
  if (app.interactions_endpoint_url) {
    findings.push(
      fail(
        'The application has an interactions endpoint URL, so commands never reach the gateway: clear it on the General Information page',
      ),
    );
  }
  if (app.bot_require_code_grant) {
    findings.push(
      fail(
        'The application requires an OAuth2 code grant, so the invite link fails: switch that off on the Bot page',
      ),
    );
  }
  return findings;
}

function gatewayFinding(gateway: z.infer<typeof gatewayBot>): Finding {
  const { remaining, total, reset_after: resetAfter } = gateway.session_start_limit;
  const logins = `${remaining} of ${total} logins left, ${gateway.shards} ${gateway.shards === 1 ? 'shard' : 'shards'}`;
  return remaining < gateway.shards
    ? fail(`Gateway: ${logins}: wait ${Math.ceil(resetAfter / 60_000)} minutes before starting`)
    : ok(`Gateway: ${logins}`);
}

/**
 * Whether Discord answers, takes the token, and lets the bot log in. The application is given back
 * for the checks that need its owner.
 */
export async function checkDiscord(
  rest: DiscordRest,
): Promise<{ findings: Finding[]; application?: Application }> {
  const me = await rest.get('/users/@me', user);
  if (me.kind !== 'data') {
    return { findings: [unanswered(me)] };
  }
  const findings = [ok(`Discord takes the token of ${me.data.username}`)];
  const app = await rest.get('/applications/@me', application);
  findings.push(...(app.kind === 'data' ? applicationFindings(app.data) : [unanswered(app)]));
  const gateway = await rest.get('/gateway/bot', gatewayBot);
  findings.push(gateway.kind === 'data' ? gatewayFinding(gateway.data) : unanswered(gateway));
  return app.kind === 'data' ? { findings, application: app.data } : { findings };
}
