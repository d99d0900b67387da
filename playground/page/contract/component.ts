import { z } from 'zod';

/** A message or modal component as Discord has it (Discord's docs, "Component Reference"). */
export interface ComponentView {
  readonly type: number;
  readonly id?: number | undefined;
  readonly custom_id?: string | undefined;
  readonly label?: string | undefined;
  readonly description?: string | undefined;
  readonly content?: string | undefined;
  readonly style?: number | undefined;
  readonly url?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly emoji?: { readonly name?: string | null | undefined } | undefined;
  readonly options?:
    | readonly {
        readonly label: string;
        readonly value: string;
        readonly description?: string | undefined;
        readonly default?: boolean | undefined;
      }[]
    | undefined;
  readonly default_values?: readonly { readonly id: string }[] | undefined;
  readonly channel_types?: readonly number[] | undefined;
  readonly min_values?: number | undefined;
  readonly max_values?: number | undefined;
  readonly min_length?: number | undefined;
  readonly max_length?: number | undefined;
  readonly required?: boolean | undefined;
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly components?: readonly ComponentView[] | undefined;
  readonly component?: ComponentView | undefined;
}

export const component: z.ZodType<ComponentView> = z.looseObject({
  type: z.number(),
  get components() {
    return z.array(component).optional();
  },
  get component() {
    return component.optional();
  },
});
