import type { ComponentView } from '../../contract.ts';
import { isMenu, Kind } from '../message/choices.ts';
import { grouped } from '../text/numbers.ts';

/** One input of a modal, with the label and the description it stands under. */
export interface Field {
  readonly input: ComponentView;
  readonly label: string;
  readonly description: string;
}

const LONGEST = 4_000;

/** The inputs of a modal, in their order. */
export function fieldsOf(components: readonly ComponentView[]): Field[] {
  return components.flatMap((component): Field[] => {
    const { type, label = '', description = '' } = component;
    if (type === Kind.TextInput || isMenu(component))
      return [{ input: component, label, description }];
    const inner = [
      ...(component.components ?? []),
      ...(component.component ? [component.component] : []),
    ];
    return fieldsOf(inner).map((field) => ({
      input: field.input,
      label: label === '' ? field.label : label,
      description: description === '' ? field.description : description,
    }));
  });
}

/** Why a text or a choice cannot be sent; empty when it can. */
export function formFault({ input }: Field, value: string | readonly string[]): string {
  const { required = true, max_values: mostChoices = 1, min_values: leastChoices = 1 } = input;
  if (value.length === 0) return required ? 'This field is required.' : '';
  if (typeof value !== 'string')
    return value.length < leastChoices || value.length > mostChoices
      ? `Takes ${leastChoices} to ${mostChoices} choices.`
      : '';
  const { min_length: least = 0, max_length: most = LONGEST } = input;
  const { length } = value;
  if (length >= least && length <= most) return '';
  return `Takes ${grouped(least)} to ${grouped(most)} characters, not ${grouped(length)}.`;
}
