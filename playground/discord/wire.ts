/** The JSON that goes over the wire, as far as this Discord writes or reads it (Discord's docs, API v10). */
export interface WireUser {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: null;
  readonly bot: boolean;
  readonly flags: number;
  readonly public_flags: number;
  readonly primary_guild: null;
}

export interface WireAttachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
  readonly content_type: string;
  readonly width?: number;
  readonly height?: number;
  readonly description?: string;
  readonly title?: string;
  readonly ephemeral?: boolean;
}

interface WireSelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
}

/** Any message or modal component; `components` and `component` hold those inside it. */
export interface WireComponent {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly style?: number;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly options?: readonly WireSelectOption[];
  /** What a menu of people, roles or channels has chosen before anyone touches it. */
  readonly default_values?: readonly { readonly id: string; readonly type: string }[];
  readonly channel_types?: readonly number[];
  readonly min_values?: number;
  readonly max_values?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly required?: boolean;
  readonly value?: string;
  readonly placeholder?: string;
  readonly components?: readonly WireComponent[];
  readonly component?: WireComponent;
}

export interface WireEmbedMedia {
  readonly url: string;
  readonly proxy_url?: string;
  readonly width?: number;
  readonly height?: number;
}

interface WireIcon {
  readonly icon_url?: string;
  readonly proxy_icon_url?: string;
}

export interface WireEmbed {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly url?: string;
  readonly color?: number;
  readonly timestamp?: string;
  readonly fields?: readonly {
    readonly name: string;
    readonly value: string;
    readonly inline?: boolean;
  }[];
  readonly footer?: WireIcon & { readonly text: string };
  readonly author?: WireIcon & { readonly name: string };
  readonly image?: WireEmbedMedia;
  readonly thumbnail?: WireEmbedMedia;
}

export interface WireMessage {
  readonly id: string;
  readonly type: number;
  readonly channel_id: string;
  readonly author: WireUser;
  readonly content: string;
  readonly attachments: readonly WireAttachment[];
  readonly embeds: readonly WireEmbed[];
  readonly components: readonly WireComponent[];
  readonly mentions: readonly WireUser[];
  readonly mention_roles: readonly string[];
  readonly mention_everyone: boolean;
  readonly pinned: boolean;
  readonly tts: boolean;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  /** Bits of MessageFlag. */
  readonly flags: number;
  readonly application_id?: string;
  readonly webhook_id?: string;
  readonly interaction_metadata?: unknown;
  readonly message_reference?: {
    readonly type: number;
    readonly channel_id: string;
    readonly guild_id?: string;
    readonly message_id?: string;
  };
  /** The message a reply belongs to, only in answers; null when it is gone. */
  readonly referenced_message?: WireMessage | null;
  /** As it was sent, only in the answer to the sending. */
  readonly nonce?: string | number;
}

export interface WireOption {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
  readonly options?: readonly WireOption[];
}

export interface WireCommandOption {
  readonly type: number;
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly channel_types?: readonly number[];
  readonly options?: readonly WireCommandOption[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
}

export interface WireCommand {
  readonly id: string;
  readonly application_id: string;
  readonly version: string;
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly default_member_permissions: string | null;
  readonly nsfw: boolean;
  readonly contexts: readonly number[] | null;
  readonly integration_types: readonly number[];
  readonly options?: readonly WireCommandOption[];
  readonly guild_id?: string;
}

export interface WireModal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly WireComponent[];
}

export interface WireChoice {
  readonly name: string;
  readonly value: string | number;
}

/** Discord's docs, "Message Flags". */
export const MessageFlag = {
  SuppressEmbeds: 1 << 2,
  Ephemeral: 1 << 6,
  Loading: 1 << 7,
  SuppressNotifications: 1 << 12,
} as const;

/** Discord's docs, "Message Types": a channel message, a reply, the answers to a typed and to a menu's command. */
export const MessageType = {
  Default: 0,
  Reply: 19,
  ChatInputCommand: 20,
  ContextMenuCommand: 23,
} as const;

export const InteractionType = {
  Command: 2,
  Component: 3,
  Autocomplete: 4,
  ModalSubmit: 5,
} as const;
