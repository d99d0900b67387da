import { repeatedIds } from './components.ts';
import { menuProblems } from './menus.ts';
import { type Component, given } from './shapes.ts';
import { at, broken, type Violation } from './violation.ts';

const ROW = 1;
const MAX_COMPONENTS = 5;

/** A modal has at most 5 components, each `custom_id` once, and each action row holds one labelled text input. */
export function modalProblems(components: readonly Component[], path: string): Violation[] {
  return [
    ...(components.length > MAX_COMPONENTS
      ? [broken(path, `Must have at most ${MAX_COMPONENTS} components`)]
      : []),
    ...repeatedIds(components, path),
    ...components.flatMap((component, index) =>
      component.type === ROW
        ? rowProblems(component, at(path, index, 'components'))
        : labelProblems(component, at(path, index, 'component')),
    ),
  ];
}

function labelProblems({ component }: Component, path: string): Violation[] {
  return given(component) ? menuProblems(component, path) : [];
}

function rowProblems(row: Component, path: string): Violation[] {
  const inputs = row.components ?? [];
  return [
    ...(inputs.length > 1 ? [broken(path, 'A row of a modal holds one text input')] : []),
    ...inputs.flatMap((input, index) =>
      (input.label ?? '') === ''
        ? [broken(at(path, index, 'label'), 'This field is required in an action row')]
        : [],
    ),
  ];
}
