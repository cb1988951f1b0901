// @vitest-environment jsdom
// @ts-nocheck: fakes
/** Browsers that hide what pages paint. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addMessages, setLanguage, t } from '../../../web/src/i18n/index.js';
import { en } from '../../../web/src/i18n/transfer-en.js';
import { zh } from '../../../web/src/i18n/transfer-zh.js';
import { EmbeddingMap } from '../../../web/src/lab/map/embedding-map.js';
import { toPng } from '../../../web/src/share/pictures.js';
import { inkOfFile } from '../../../web/src/transfer/picture-file.js';
import { problemText } from '../../../web/src/transfer/transfer-parts.js';
import '../../../web/src/transfer/transfer-pad.js';
import { readsBack } from '../../../web/src/ui/read-back.js';

/** What a browser gives back for the pixels that were painted. */
let answer;

/** As much of a canvas as is painted and read here. */
class FakeContext {
  constructor(canvas) {
    this.canvas = canvas;
    this.pixels = new Uint8ClampedArray(4 * canvas.width * canvas.height);
  }
  fillRect(x, y, w, h) {
    const colour = this.fillStyle.match(/\d+/g).map(Number);
    for (let row = y; row < y + h; row++) {
      for (let column = x; column < x + w; column++) {
        this.pixels.set([...colour, 255], 4 * (row * this.canvas.width + column));
      }
    }
  }
  drawImage() {
    this.pixels.fill(255); // white paper …
    this.pixels.set([0, 0, 0, 255], 4 * (this.canvas.width * 40 + 40)); // … with some ink
  }
  getImageData(_x, _y, width, height) {
    return { width, height, data: answer(this.pixels.slice()) };
  }
}

const honest = (pixels) => pixels;
const changed = (change) => (pixels) => pixels.map((value, i) => change(value, i));

beforeEach(() => {
  addMessages({ en, zh });
  answer = honest;
  const contexts = new WeakMap();
  HTMLCanvasElement.prototype.getContext = function () {
    if (!contexts.has(this)) contexts.set(this, new FakeContext(this));
    return contexts.get(this);
  };
  vi.stubGlobal('createImageBitmap', async () => ({ width: 9, height: 9, close() {} }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  setLanguage('en');
});

describe('what was painted is read back', () => {
  it.each([
    ['honestly', honest, true],
    ['with noise of one bit', changed((value, i) => (i % 4 < 3 ? value ^ (i % 2) : value)), true],
    ['as white', changed(() => 255), false],
    ['as nothing', changed(() => 0), false],
    ['at random', changed((_, i) => (i * 7919) % 256), false],
    ['in other places', (pixels) => pixels.reverse(), false],
    [
      'not at all',
      () => {
        throw new DOMException('no', 'SecurityError');
      },
      false,
    ],
  ])('%s', (_, given, right) => {
    answer = given;
    expect(readsBack()).toBe(right);
  });

  it('later, when the reader has allowed it', () => {
    answer = changed(() => 255);
    expect(readsBack()).toBe(false);
    answer = honest;
    expect(readsBack()).toBe(true);
  });
});

describe('where it is hidden', () => {
  it('a picture from a file is not taken for another one', async () => {
    expect((await inkOfFile(new Blob())).values.some(Boolean)).toBe(true);
    answer = changed((_, i) => (i * 7919) % 256);
    const error = await inkOfFile(new Blob()).catch((reason) => reason);
    expect(error.code).toBe('CanvasHidden');
    expect(problemText(error)).toContain('Draw the digit instead');
    setLanguage('zh');
    expect(problemText(error)).toContain('请直接画');
  });

  it('the pad stays as it was, and says why', async () => {
    const pad = document.createElement('transfer-pad');
    pad.images = { refuse: vi.fn(), draw: vi.fn() };
    pad.strokes = [[[0.5, 0.5]]];
    answer = changed(() => 255);
    await pad.takeFile(new Blob());
    expect(pad.images.refuse.mock.calls[0][0].code).toBe('CanvasHidden');
    expect(pad.strokes).toHaveLength(1);
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no image')));
    await pad.takeFile(new Blob());
    expect(pad.images.refuse.mock.calls[1][0].kind).toBe('noImage');
  });

  it('no PNG is saved that would show something else', async () => {
    answer = changed(() => 255);
    await expect(toPng('<svg/>')).rejects.toMatchObject({ code: 'CanvasHidden' });
    await expect(new EmbeddingMap().picture()).rejects.toMatchObject({ code: 'CanvasHidden' });
    expect(t('error.CanvasHidden')).toContain('SVG');
  });
});
