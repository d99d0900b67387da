/** The package ships its zod schemas without types; these are the ones used here. */
declare module 'discord-api-spec/zod' {
  import type { z } from 'zod';

  export const ApplicationCommandUpdateRequestSchema: z.core.$ZodType;
  export const CreateMessageInteractionCallbackRequestSchema: z.core.$ZodType;
  export const UpdateMessageInteractionCallbackRequestSchema: z.core.$ZodType;
  export const ApplicationCommandAutocompleteCallbackRequestSchema: z.core.$ZodType;
  export const ModalInteractionCallbackRequestSchema: z.core.$ZodType;
  export const IncomingWebhookUpdateRequestPartialSchema: z.core.$ZodType;
  export const IncomingWebhookRequestPartialSchema: z.core.$ZodType;
  export const MessageCreateRequestSchema: z.core.$ZodType;
  export const GatewayBotResponseSchema: z.core.$ZodType;
  export const ApplicationCommandResponseSchema: z.core.$ZodType;
  export const InteractionCallbackResponseSchema: z.core.$ZodType;
  export const MessageResponseSchema: z.core.$ZodType;
  export const MessageAttachmentResponseSchema: z.core.$ZodType;
  export const ErrorResponseSchema: z.core.$ZodType;
  export const RatelimitedResponseSchema: z.core.$ZodType;
}
