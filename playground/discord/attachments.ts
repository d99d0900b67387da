import { imageSize } from './image-size.ts';
import type { SnowflakeMint } from './snowflake.ts';
import type { WireAttachment } from './wire.ts';

/** A file that came with a request, or that a person attached to a command. */
export interface Upload {
  /** The n of its part's name `files[n]`. */
  readonly index: number;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** One entry of a request's `attachments`. */
export interface AttachmentRequest {
  readonly id: string;
  /** Instead of the part's own. */
  readonly filename?: string;
  readonly description?: string;
  readonly title?: string;
}

/** What an edit keeps of a message's attachments and what it adds. */
export interface AttachmentPlan {
  readonly keep: readonly {
    readonly attachment: WireAttachment;
    readonly request?: AttachmentRequest;
  }[];
  readonly add: readonly { readonly upload: Upload; readonly request?: AttachmentRequest }[];
}

/**
 * Decides an edit's attachments (Discord's docs, "Editing Message Attachments"): without a list all
 * are kept, with one only those it names; uploaded files are always added.
 */
export function planAttachments(
  existing: readonly WireAttachment[],
  requested: readonly AttachmentRequest[] | undefined,
  uploads: readonly Upload[],
): AttachmentPlan {
  const named = new Map((requested ?? []).map((request) => [request.id, request]));
  const about = (id: string): { request?: AttachmentRequest } => {
    const request = named.get(id);
    return request === undefined ? {} : { request };
  };
  return {
    keep: existing
      .filter((attachment) => requested === undefined || named.has(attachment.id))
      .map((attachment) => ({ attachment, ...about(attachment.id) })),
    add: uploads.map((upload) => ({ upload, ...about(String(upload.index)) })),
  };
}

/** Where a file is shown. */
export interface Place {
  readonly channelId: string;
  readonly ephemeral: boolean;
}

/** The files of this Discord: their bytes, and what a message says of them. */
export interface AttachmentStore {
  save(upload: Upload, place: Place, request?: AttachmentRequest): WireAttachment;
  find(id: string): Upload | undefined;
  /** All files by id, oldest first. */
  all(): (readonly [string, Upload])[];
  /** Puts a file back under the id it had. */
  restore(id: string, upload: Upload): void;
  readonly remove: (ids: readonly string[]) => void;
}

function describe(request: AttachmentRequest | undefined): {
  description?: string;
  title?: string;
} {
  return {
    ...(request?.description ? { description: request.description } : {}),
    ...(request?.title ? { title: request.title } : {}),
  };
}

/** Applies an edit's new description and title to an attachment that stays. */
export function redescribe(
  attachment: WireAttachment,
  request: AttachmentRequest | undefined,
): WireAttachment {
  return { ...attachment, ...describe(request) };
}

export function createAttachments(mint: SnowflakeMint, origin: () => string): AttachmentStore {
  const files = new Map<string, Upload>();
  return {
    find: (id) => files.get(id),
    all: () => [...files],
    restore: (id, upload) => void files.set(id, upload),
    remove(ids) {
      for (const id of ids) files.delete(id);
    },
    save(upload, { channelId, ephemeral }, request) {
      const id = mint();
      const filename = request?.filename ?? upload.filename;
      files.set(id, upload);
      const url = `${origin()}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
      return {
        id,
        filename,
        size: upload.bytes.length,
        url,
        proxy_url: url,
        content_type: upload.contentType,
        ...imageSize(upload.bytes),
        ...(ephemeral ? { ephemeral } : {}),
        ...describe(request),
      };
    },
  };
}
