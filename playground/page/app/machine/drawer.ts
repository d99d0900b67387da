import { html, nothing, type TemplateResult } from 'lit';
import type { BotOrder, Faults, MachineState, PageState, TrafficRecord } from '../../contract.ts';
import { LightElement } from '../light-element.ts';
import { embedCard } from '../message/embed.ts';
import { drawing } from '../shell/icons.ts';
import { orderBot, setFaults } from '../store/client.ts';
import { grouped } from '../text/numbers.ts';
import { namesOf } from '../text/template.ts';
import { faultSwitches } from './faults.ts';
import { trafficList } from './traffic.ts';

const RUNNING: readonly string[] = ['starting', 'running', 'stopping'];

/** The machine room: what passes between the bot and this Discord, and switches to break things. */
export class MachineRoom extends LightElement {
  static override properties = {
    machine: { attribute: false },
    traffic: { attribute: false },
    state: { attribute: false },
    light: { type: Boolean },
    problem: { state: true },
  };
  declare machine: MachineState | null;
  declare traffic: readonly TrafficRecord[];
  declare state: PageState;
  declare light: boolean;
  declare problem: string;

  constructor() {
    super();
    this.problem = '';
  }

  async #order(order: BotOrder['do']): Promise<void> {
    this.problem = await orderBot({ do: order });
  }

  async #break(faults: Faults): Promise<void> {
    this.problem = await setFaults(faults);
  }

  #bot({ bot: { state, note } }: MachineState): TemplateResult {
    const isUp = RUNNING.includes(state);
    return html`<section class="bot" aria-labelledby="bot-title">
      <h3 id="bot-title">The bot</h3>
      <p role="status">
        <span class=${`light ${state}`} aria-hidden="true"></span> <b>${state}</b>
        ${note === null ? nothing : html`<span class="faint">${note}</span>`}
      </p>
      <div class="bot-orders">
        <button type="button" class="danger" ?disabled=${!isUp} @click=${() => this.#order('kill')}>
          Kill the bot
        </button>
        <button type="button" class="secondary" ?disabled=${!isUp} @click=${() => this.#order('stop')}>
          Stop the bot
        </button>
        <button type="button" class="success" ?disabled=${isUp} @click=${() => this.#order('start')}>
          Restart the bot
        </button>
      </div>
    </section>`;
  }

  #figures({ figures, credits }: MachineState): TemplateResult {
    return html`<section aria-labelledby="figures-title">
      <h3 id="figures-title">Figures</h3>
      ${
        figures === null
          ? html`<p class="faint">The bot reports none at the moment.</p>`
          : html`<dl class="figures">
              ${figures.items.map(
                ({ label, value }) => html`<div><dt>${label}</dt><dd>${grouped(value)}</dd></div>`,
              )}
            </dl>
            <p class="faint">${figures.source}</p>`
      }
      ${
        credits === null
          ? nothing
          : html`<p class="faint">The last <code>/credits</code> you saw:</p>
            ${embedCard(credits.embed, this.light, namesOf(this.state))}`
      }
    </section>`;
  }

  protected override render(): TemplateResult {
    const { machine } = this;
    const close = (): unknown => this.dispatchEvent(new Event('close'));
    return html`<header class="machine-head">
        <h2>Machine room</h2>
        <button type="button" class="icon" aria-label="Close the machine room" @click=${close}>
          ${drawing('close')}
        </button>
      </header>
      ${
        machine === null
          ? html`<p class="faint">No news from the machine room yet.</p>`
          : html`<div class="machine-controls">
            ${this.#bot(machine)}
            ${faultSwitches(machine, (faults) => void this.#break(faults))}
            <p class="fault" role="status">${this.problem}</p>
            ${this.#figures(machine)}
          </div>`
      }
      <section class="machine-traffic" aria-labelledby="traffic-title">
        <h3 id="traffic-title">Requests and events</h3>
        ${trafficList(this.traffic)}
      </section>`;
  }
}
