import { html, nothing, type TemplateResult } from 'lit';
import type { Faults, MachineState } from '../../contract.ts';

const SLOW_MS = 10_000;

const API_FAILS = {
  off: 'works',
  status: 'status 500',
  code: 'status 200 with code -1',
  reset: 'connection cut',
} as const satisfies Record<Faults['apiFails'], string>;

const UPLOAD = {
  off: 'works',
  lost: 'taken, but its answer is lost',
  refused: 'refused',
} as const satisfies Record<Faults['upload'], string>;

function toggle(label: string, isOn: boolean, isDisabled: boolean, set: (on: boolean) => void) {
  return html`<label class="switch">
    <input
      type="checkbox"
      role="switch"
      .checked=${isOn}
      ?disabled=${isDisabled}
      @change=${({ target }: Event) => target instanceof HTMLInputElement && set(target.checked)}
    />
    <span>${label}</span>
  </label>`;
}

function choice<T extends string>(
  label: string,
  options: Readonly<Record<T, string>>,
  value: T,
  isDisabled: boolean,
  set: (value: T) => void,
): TemplateResult {
  const names = Object.keys(options) as T[];
  const pick = ({ target }: Event): void => {
    const name = names.find((one) => target instanceof HTMLSelectElement && one === target.value);
    if (name !== undefined) set(name);
  };
  return html`<label class="choice">
    <span>${label}</span>
    <select ?disabled=${isDisabled} @change=${pick}>
      ${names.map(
        (name) => html`<option value=${name} .selected=${name === value}>${options[name]}</option>`,
      )}
    </select>
  </label>`;
}

/** The switches for what is broken on purpose; `set` gets all of them at each change. */
export function faultSwitches(
  { faults, apiFaultsAvailable }: MachineState,
  set: (faults: Faults) => void,
): TemplateResult {
  const isOwnApi = !apiFaultsAvailable;
  return html`<fieldset class="faults">
    <legend>Break something</legend>
    ${toggle(`Image API slow (${SLOW_MS / 1_000} s)`, faults.apiSlowMs > 0, isOwnApi, (on) =>
      set({ ...faults, apiSlowMs: on ? SLOW_MS : 0 }),
    )}
    ${choice('Image API', API_FAILS, faults.apiFails, isOwnApi, (apiFails) =>
      set({ ...faults, apiFails }),
    )}
    ${isOwnApi ? html`<p class="faint">The pictures come from an API of your own.</p>` : nothing}
    ${toggle('Discord answers 429', faults.discord429, false, (discord429) =>
      set({ ...faults, discord429 }),
    )}
    ${choice('Picture upload', UPLOAD, faults.upload, false, (upload) => set({ ...faults, upload }))}
  </fieldset>`;
}
