/** Maps beside and below each other, as one matrix with gaps. */

export class Mosaic {
  /** @param {Pick<import('./map-grid.js').Maps, 'values' | 'height' | 'width' | 'channels' | 'across' | 'gap'>} maps */
  constructor({ values, height, width, channels, across, gap }) {
    const down = Math.ceil(channels / across);
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.across = across;
    this.gap = gap;
    this.rows = down * height;
    this.cols = across * width;
    /** The whole size in cells, gaps included. */
    this.wide = this.cols + gap * (across - 1);
    this.high = this.rows + gap * (down - 1);
    /** Row by row; NaN where there is no map. */
    this.values = new Float32Array(this.rows * this.cols);
    for (let row = 0; row < this.rows; row++) {
      for (let col = 0; col < this.cols; col++) {
        const index = this.indexAt(row, col);
        this.values[row * this.cols + col] = index < 0 ? Number.NaN : values[index];
      }
    }
  }

  /** The number's place in the layer's list; −1 where there is no map. @param {number} row @param {number} col */
  indexAt(row, col) {
    const { height, width, channels, across } = this;
    const map = Math.floor(row / height) * across + Math.floor(col / width);
    return map < channels ? ((row % height) * width + (col % width)) * channels + map : -1;
  }

  /** @param {number} index */
  cellOf(index) {
    const { height, width, channels, across } = this;
    const map = index % channels;
    const at = (index - map) / channels;
    return {
      row: Math.floor(map / across) * height + Math.floor(at / width),
      col: (map % across) * width + (at % width),
    };
  }

  /** Where a cell is, as shares of the whole. @param {number} row @param {number} col */
  share(row, col) {
    const left = col + this.gap * Math.floor(col / this.width);
    const top = row + this.gap * Math.floor(row / this.height);
    return {
      left: left / this.wide,
      top: top / this.high,
      width: 1 / this.wide,
      height: 1 / this.high,
    };
  }

  /** Where a part of a map is, as shares of the whole. @param {import('./map-grid.js').Frame} frame */
  frame({ channel, y, x, height, width }) {
    const { row, col } = this.cellOf((y * this.width + x) * this.channels + channel);
    const { left, top } = this.share(row, col);
    return { left, top, width: width / this.wide, height: height / this.high };
  }

  /** Where rows and columns are drawn. @param {number} width @param {number} height in pixels */
  edges(width, height) {
    return {
      rows: this.#along(this.rows, this.height, height / this.high),
      columns: this.#along(this.cols, this.width, width / this.wide),
    };
  }

  /** @param {number} count @param {number} every @param {number} unit */
  #along(count, every, unit) {
    const [starts, ends] = [new Float64Array(count), new Float64Array(count)];
    for (let i = 0; i < count; i++) {
      starts[i] = (i + this.gap * Math.floor(i / every)) * unit;
      ends[i] = starts[i] + unit;
    }
    return { starts, ends };
  }
}
