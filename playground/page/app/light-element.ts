import { LitElement } from 'lit';

/** An element that renders into the page itself, so that labels, ids and styles reach across elements. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
