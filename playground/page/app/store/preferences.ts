/** A theme, or the system's. */
export type Theme = 'dark' | 'light';

const PERSON = 'easel-playground-person';
const THEME = 'easel-playground-theme';

/** Who this tab is; null before anyone was chosen. */
export const storedPerson = (): string | null => sessionStorage.getItem(PERSON);

export const storePerson = (id: string): void => sessionStorage.setItem(PERSON, id);

export const forgetPerson = (): void => sessionStorage.removeItem(PERSON);

/** The theme someone chose, else the system's. */
export function preferredTheme(): Theme {
  const stored = localStorage.getItem(THEME);
  if (stored === 'dark' || stored === 'light') return stored;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

export const storeTheme = (theme: Theme): void => localStorage.setItem(THEME, theme);
