/** Whether the use of the wheel was explained on this page. */
let explained = false;

const SHOWN_MS = 4000;

/** The wheel scrolls the page; that Ctrl makes it zoom is said once. A listener of the wheel. */
export class WheelHint {
  passive = true;
  /** Whether it is said now. */
  shown = false;

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {(event: WheelEvent) => boolean | undefined} leaves whether the page scrolls by it
   */
  constructor(host, leaves) {
    this.host = host;
    this.leaves = leaves;
    host.addController(this);
  }

  /** @param {WheelEvent} event */
  handleEvent(event) {
    if (explained || !this.leaves(event)) return;
    explained = true;
    this.#show(true);
    this.ending = setTimeout(() => this.#show(false), SHOWN_MS);
  }

  #show(/** @type {boolean} */ shown) {
    this.shown = shown;
    this.host.requestUpdate();
  }

  hostDisconnected() {
    clearTimeout(this.ending);
  }
}
