/** One field's complaint; the path reads `embeds[0].title`. */
interface Complaint {
  readonly path: string;
  readonly message: string;
  /** BASE_TYPE_BAD when left out. */
  readonly code?: string;
}

/** An answer that refuses: its HTTP status and Discord's JSON error code. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: object | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly extra: object;

  constructor(
    status: number,
    code: number,
    message: string,
    details: { errors?: object; headers?: Record<string, string>; extra?: object } = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.errors = details.errors;
    this.headers = details.headers ?? {};
    this.extra = details.extra ?? {};
  }

  /** The JSON body Discord sends with it. */
  body(): object {
    return {
      message: this.message,
      code: this.code,
      ...(this.errors === undefined ? {} : { errors: this.errors }),
      ...this.extra,
    };
  }
}

/** Nests flat complaints the way Discord does: one object a path segment, `_errors` at the leaf. */
export function nestErrors(complaints: readonly Complaint[]): object {
  interface Node {
    [key: string]: Node | { code: string; message: string }[];
  }
  const root: Node = {};
  for (const { path, message, code = 'BASE_TYPE_BAD' } of complaints) {
    let node = root;
    for (const segment of path.split(/[.[\]]+/).filter(Boolean)) {
      const next = node[segment];
      node = next !== undefined && !Array.isArray(next) ? next : (node[segment] = {});
    }
    const leaf = node['_errors'];
    const entry = { code, message };
    if (Array.isArray(leaf)) leaf.push(entry);
    else node['_errors'] = [entry];
  }
  return root;
}

/** Discord's refusals by name (Discord's docs, "JSON error codes"). */
export const refuse = {
  unauthorized: () => new Refusal(401, 0, '401: Unauthorized'),
  notFound: () => new Refusal(404, 0, '404: Not Found'),
  unknownChannel: () => new Refusal(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new Refusal(404, 10004, 'Unknown Guild'),
  unknownMessage: () => new Refusal(404, 10008, 'Unknown Message'),
  unknownUser: () => new Refusal(404, 10013, 'Unknown User'),
  unknownWebhook: () => new Refusal(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new Refusal(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new Refusal(404, 10063, 'Unknown application command'),
  dailyCommands: () =>
    new Refusal(
      400,
      30034,
      'Max number of daily application command creates has been reached (200)',
    ),
  alreadyAcknowledged: () => new Refusal(400, 40060, 'Interaction has already been acknowledged.'),
  tooLarge: () => new Refusal(413, 40005, 'Request entity too large'),
  tooManyFollowUps: () =>
    new Refusal(
      400,
      40094,
      'Maximum number of follow-up messages has been reached for this interaction',
    ),
  missingAccess: () => new Refusal(403, 50001, 'Missing Access'),
  othersMessage: () => new Refusal(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new Refusal(400, 50006, 'Cannot send an empty message'),
  cannotWriteTo: () => new Refusal(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: () => new Refusal(403, 50013, 'Missing Permissions'),
  invalidWebhookToken: () => new Refusal(401, 50027, 'Invalid Webhook Token'),
  invalidForm: (complaints: readonly Complaint[]) =>
    new Refusal(400, 50035, 'Invalid Form Body', { errors: nestErrors(complaints) }),
  unknownReference: () =>
    refuse.invalidForm([
      {
        path: 'message_reference',
        message: 'Unknown message',
        code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE',
      },
    ]),
  cannotReply: () =>
    new Refusal(400, 160002, 'Cannot reply without permission to read message history'),
  invalidJson: () => new Refusal(400, 50109, 'The request body contains invalid JSON.'),
} as const;
