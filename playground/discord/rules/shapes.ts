/**
 * What the hand-written rules read of a body once its schema has accepted it. Absent and null mean the same
 * to Discord.
 */

type Maybe<T> = T | null | undefined;
type Localizations = Maybe<Readonly<Record<string, string>>>;

export interface Choice {
  readonly name: string;
  readonly name_localizations?: Localizations;
  readonly value: string | number;
}

/** What commands and their options have in common. */
export interface Described {
  readonly name: string;
  readonly name_localizations?: Localizations;
  readonly description?: Maybe<string>;
  readonly description_localizations?: Localizations;
  readonly options?: Maybe<readonly Option[]>;
}

export interface Option extends Described {
  readonly type: number;
  readonly required?: Maybe<boolean>;
  readonly autocomplete?: Maybe<boolean>;
  readonly choices?: Maybe<readonly Choice[]>;
}

export interface Command extends Described {
  /** 1 CHAT_INPUT, the default; 2 USER; 3 MESSAGE. */
  readonly type?: Maybe<number>;
}

export interface Component {
  readonly type: number;
  readonly custom_id?: Maybe<string>;
  readonly style?: Maybe<number>;
  readonly label?: Maybe<string>;
  readonly emoji?: unknown;
  readonly url?: Maybe<string>;
  readonly sku_id?: Maybe<string>;
  readonly options?: Maybe<
    readonly { readonly value: string; readonly default?: Maybe<boolean> }[]
  >;
  readonly default_values?: Maybe<readonly { readonly id: string; readonly type: string }[]>;
  readonly min_values?: Maybe<number>;
  readonly max_values?: Maybe<number>;
  readonly components?: Maybe<readonly Component[]>;
  /** The one component inside a label. */
  readonly component?: Maybe<Component>;
}

/** Whether a field is there: absent and null mean the same to Discord. */
export function given<T>(value: Maybe<T>): value is T {
  return value !== null && value !== undefined;
}

interface Media {
  readonly url?: Maybe<string>;
  readonly icon_url?: Maybe<string>;
}

export interface Embed {
  readonly title?: Maybe<string>;
  readonly description?: Maybe<string>;
  readonly author?: Maybe<Media & { readonly name?: Maybe<string> }>;
  readonly footer?: Maybe<Media & { readonly text?: Maybe<string> }>;
  readonly image?: Maybe<Media>;
  readonly thumbnail?: Maybe<Media>;
  readonly fields?: Maybe<readonly { readonly name: string; readonly value: string }[]>;
}

export interface AllowedMentions {
  readonly parse?: Maybe<readonly Maybe<string>[]>;
  readonly users?: Maybe<readonly unknown[]>;
  readonly roles?: Maybe<readonly unknown[]>;
}

export interface Message {
  readonly content?: Maybe<string>;
  readonly embeds?: Maybe<readonly Embed[]>;
  readonly components?: Maybe<readonly Component[]>;
  readonly attachments?: Maybe<
    readonly { readonly id: string; readonly filename?: Maybe<string> }[]
  >;
  readonly allowed_mentions?: Maybe<AllowedMentions>;
  readonly flags?: Maybe<number>;
  readonly poll?: unknown;
  readonly sticker_ids?: Maybe<readonly unknown[]>;
}

/** What a message request brings besides its JSON body. */
export interface MessageContext {
  /** The uploaded parts; `index` is the n of `files[n]`, `size` is in bytes. */
  readonly files: readonly UploadedFile[];
  /** Ids of the attachments of the message being edited; empty for a new message. */
  readonly existingAttachmentIds: readonly string[];
  /** Largest file the interaction allows, in bytes. */
  readonly attachmentSizeLimit: number;
}

interface UploadedFile {
  readonly index: number;
  readonly filename: string;
  readonly contentType: string;
  readonly size: number;
}
