import { menuProblems } from './menus.ts';
import { type Component, given } from './shapes.ts';
import { at, broken, type Violation } from './violation.ts';

const ROW = 1;
const BUTTON = 2;
const MAX_ROWS = 5;
const LINK = 5;
const PREMIUM = 6;

/** Everything Discord's docs ask of the components of a classic message. */
export function componentProblems(rows: readonly Component[], path: string): Violation[] {
  return [
    ...rowCountProblems(rows, path),
    ...modernProblems(rows, path),
    ...repeatedIds(rows, path),
    ...rows.flatMap((row, index) => rowProblems(row, at(path, index))),
  ];
}

/** A classic message has at most 5 action rows; the schema counts 40 components. */
function rowCountProblems(rows: readonly Component[], path: string): Violation[] {
  return rows.length > MAX_ROWS ? [broken(path, `Must have at most ${MAX_ROWS} rows`)] : [];
}

/** Outside Components V2 only action rows stand at the top of a message. */
function modernProblems(rows: readonly Component[], path: string): Violation[] {
  return rows.flatMap((row, index) =>
    row.type === ROW
      ? []
      : [broken(at(path, index, 'type'), 'Only action rows stand at the top of a classic message')],
  );
}

/** A `custom_id` is used once in a message or modal, however deep. */
export function repeatedIds(components: readonly Component[], path: string): Violation[] {
  const seen = new Set<string>();
  return identified(components, path).flatMap(([where, id]) => {
    if (seen.has(id)) return [broken(where, 'Component custom_id cannot be duplicated')];
    seen.add(id);
    return [];
  });
}

function identified(components: readonly Component[], path: string): [string, string][] {
  return components.flatMap((component, index): [string, string][] => {
    const here = at(path, index);
    const own: [string, string][] = given(component.custom_id)
      ? [[at(here, 'custom_id'), component.custom_id]]
      : [];
    const labelled = component.component?.custom_id;
    if (given(labelled)) own.push([at(here, 'component', 'custom_id'), labelled]);
    return [...own, ...identified(component.components ?? [], at(here, 'components'))];
  });
}

/** A row holds up to five buttons or one select menu. */
function rowProblems(row: Component, path: string): Violation[] {
  const inside = row.components ?? [];
  const menus = inside.filter((component) => component.type !== BUTTON);
  return [
    ...(menus.length > 0 && inside.length > 1
      ? [broken(at(path, 'components'), 'A select menu stands alone in its row')]
      : []),
    ...inside.flatMap((component, index) => {
      const here = at(path, 'components', index);
      return component.type === BUTTON
        ? buttonProblems(component, here)
        : menuProblems(component, here);
    }),
  ];
}

/** A link button has a `url`, a premium button a `sku_id`, every other one a `custom_id`; none has two of them. */
function buttonProblems(button: Component, path: string): Violation[] {
  const needed = neededBy(button.style);
  return (['custom_id', 'url', 'sku_id'] as const).flatMap((key) => {
    const there = given(button[key]);
    if (there === (key === needed)) return [];
    const message = there ? 'Not allowed with this style' : 'This field is required';
    return [broken(at(path, key), message)];
  });
}

function neededBy(style: Component['style']): 'custom_id' | 'url' | 'sku_id' {
  if (style === LINK) return 'url';
  return style === PREMIUM ? 'sku_id' : 'custom_id';
}
