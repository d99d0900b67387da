import type { WireComponent } from './wire.ts';

/** String, user, role, mentionable and channel select. */
const SELECT_TYPES = new Set([3, 5, 6, 7, 8]);

/** Gives every component an integer id, depth first from 1, and the defaults Discord fills in. */
export function numberComponents(components: readonly WireComponent[]): WireComponent[] {
  let last = 0;
  const visit = (component: WireComponent): WireComponent => {
    last = component.id !== undefined && component.id > 0 ? component.id : last + 1;
    const id = last;
    const isSelect = SELECT_TYPES.has(component.type);
    return {
      ...component,
      id,
      ...(isSelect
        ? { min_values: component.min_values ?? 1, max_values: component.max_values ?? 1 }
        : {}),
      ...(component.components === undefined
        ? {}
        : { components: component.components.map(visit) }),
      ...(component.component === undefined ? {} : { component: visit(component.component) }),
    };
  };
  return components.map(visit);
}

/** Every component of a message or modal, those inside rows and labels too. */
export function flatten(components: readonly WireComponent[]): WireComponent[] {
  return components.flatMap((component) => [
    component,
    ...flatten(component.components ?? []),
    ...(component.component === undefined ? [] : flatten([component.component])),
  ]);
}
