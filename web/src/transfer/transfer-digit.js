import { html } from 'lit';
import { paintHeat, paintInk } from '../plots/pixels.js';
import { define, given, LabElement } from '../ui/base.js';

/**
 * A small picture, pixel by pixel: an image (bytes) or a feature map (numbers, where `most` is full
 * ink). It has no label of its own.
 */
export class TransferDigit extends LabElement {
  static properties = given('pixels side most');

  constructor() {
    super();
    /** @type {Uint8Array | Float32Array | null} */
    this.pixels = null;
    /** Number of pixels along a side; the width if `pixels` is not square. */
    this.side = 28;
    this.most = 0;
  }

  render() {
    return html`<canvas class="ink-canvas" aria-hidden="true"></canvas>`;
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    super.updated(changed);
    const { pixels, side } = this;
    const canvas = this.querySelector('canvas');
    if (!pixels || !canvas) return;
    const height = pixels.length / side;
    if (pixels instanceof Uint8Array) paintInk(canvas, pixels, side, height);
    else paintHeat(canvas, pixels, side, height, this.most);
  }
}

define('transfer-digit', TransferDigit);

/** @param {Uint8Array} pixels */
export const digit = (pixels) => html`<transfer-digit .pixels=${pixels}></transfer-digit>`;
