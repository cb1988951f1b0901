// @ts-nocheck: fakes on purpose
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { drawMap } from '../../../web/src/plots/word-map.js';
import { cardOf } from '../../../web/src/share/card.js';
import { pngWithLink } from '../../../web/src/share/picture-link.js';
import { toSvg } from '../../../web/src/share/pictures.js';
import { MAX_QR, qrFile, qrOf } from '../../../web/src/share/qr.js';
import { escapeXml, SvgContext } from '../../../web/src/share/svg-context.js';

/** Parses as XML; an ill-formed file has a parsererror in it. */
function parse(text) {
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(documentElement.querySelector('parsererror')?.textContent ?? '').toBe('');
  return documentElement;
}

describe('QR codes', () => {
  /** What a camera would see, four pixels a module. */
  function seen({ size, path }) {
    const dark = new Set();
    for (const [, x, y, n] of path.matchAll(/M(\d+),(\d+)h(\d+)v1h-\d+z/g)) {
      for (let i = 0; i < Number(n); i++) dark.add(`${Number(x) + i},${y}`);
    }
    const side = 4 * size;
    const data = new Uint8ClampedArray(4 * side * side).fill(255);
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        if (!dark.has(`${x >> 2},${y >> 2}`)) continue;
        data.fill(0, 4 * (y * side + x), 4 * (y * side + x) + 3);
      }
    }
    return { width: side, height: side, data };
  }

  it.each([30, 299, 301, 700, MAX_QR])('of %i characters read back', (length) => {
    const link = `https://example.org/#v=1&nearest=${'x'.repeat(length)}`.slice(0, length);
    expect(decodeQR(seen(qrOf(link)))).toBe(link);
  });

  it('are refused where no phone would read them', () => {
    expect(qrOf('x'.repeat(MAX_QR + 1))).toBeNull();
    expect(qrOf('')).toBeNull();
  });

  it('are well-formed files', () => {
    const root = parse(qrFile(qrOf('https://example.org/'), escapeXml('a & b <c>')));
    expect(root.querySelector('title').textContent).toBe('a & b <c>');
  });
});

describe('a map as SVG', () => {
  const words = ['king', '<queen>', 'a&b\u0000', '国王', '\ud83d\ude00'];
  const scene = {
    screen: Float32Array.from([50, 50, 150, 60, 90, 140, 200, 150, 240, 40]),
    trails: [Float32Array.from([40, 40, 150, 60, 90, 140, 200, 150, 240, 40])],
    words,
    groups: Int32Array.from([0, 1, 2, 3, 4]),
    named: true,
    labelled: [0, 1],
    selected: 0,
    hovered: -1,
    neighbours: [1],
    arrows: [{ from: 0, to: 1, dashed: false }],
  };
  const context = new SvgContext((_, text) => 7 * text.length);
  const groups = ['#111111', '#222222', '#333333', '#444444', '#555555', '#666666'];
  const colours = {
    ink: '#000',
    soft: '#555',
    panel: '#fff',
    accent: '#0b6e6e',
    dot: '#bbb',
    groups,
  };
  drawMap(context, scene, {
    ...{ width: 300, height: 200, ratio: 2, zoom: 1, font: '13px "PingFang SC", serif' },
    ...{ colours, memory: new Map(), widths: new Map() },
  });
  const picture = {
    ...{ id: 'map', name: 'Map & words', width: 300, height: 200, nodes: context.nodes },
    ...{ ground: '#fff', ink: '#000', soft: '#555', font: 'serif' },
  };

  it('is drawn by the code that draws the canvas: marks, lines, arrows, labels', () => {
    const root = parse(toSvg(picture));
    const texts = [...root.querySelectorAll('text')].map((node) => node.textContent);
    expect(new Set(texts)).toEqual(new Set(['king', '<queen>', 'a&b', '国王', '\ud83d\ude00']));
    expect(root.querySelectorAll('path[fill="#333333"]')).toHaveLength(1);
    expect(root.querySelectorAll('path[stroke="#0b6e6e"]').length).toBeGreaterThan(1);
    expect(root.querySelector('text').getAttribute('font-family')).toBe('"PingFang SC", serif');
  });

  it('becomes a card with title, address and code', () => {
    const code = qrOf('https://example.org/#v=1');
    const card = cardOf(picture, code, {
      title: 'Pre <x>',
      address: 'example.org/a/long/address',
    });
    const root = parse(toSvg(card));
    expect(root.textContent).toContain('Pre <x>');
    expect(root.textContent).toMatch(/example\.org\S*…/);
    expect(card.height).toBeGreaterThan(picture.height + 100);
    expect(root.querySelectorAll('path[fill="#14171a"]')).toHaveLength(1);
    const without = cardOf(picture, null, { title: 'x', address: 'y' });
    expect(parse(toSvg(without)).querySelectorAll('path[fill="#14171a"]')).toHaveLength(0);
  });
});

describe('the link in the metadata of a picture', () => {
  const link = 'https://example.org/lab.html#v=1&sum=1f2a&nearest=国王&c="<&>"';

  it('of an SVG is read back, whatever is in it', () => {
    const picture = { width: 10, height: 10, nodes: '', ground: '#fff', name: 'Map', link };
    const root = parse(toSvg(picture));
    const [said] = root.getElementsByTagName('rdf:Description');
    expect(said.getAttribute('dc:source')).toBe(link);
    expect(toSvg({ ...picture, link: '' })).not.toContain('metadata');
  });

  it('of a PNG is a chunk that other programs read, and the picture stays', async () => {
    const zlib = await import('node:zlib');
    const chunk = (name, data) => {
      const body = Buffer.concat([Buffer.from(name), data]);
      const [head, foot] = [Buffer.alloc(4), Buffer.alloc(4)];
      head.writeUInt32BE(data.length);
      foot.writeUInt32BE(zlib.crc32?.(body) ?? 0);
      return Buffer.concat([head, body, foot]);
    };
    const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const rest = [
      chunk('IDAT', zlib.deflateSync(Buffer.from([0, 7]))),
      chunk('IEND', Buffer.alloc(0)),
    ];
    const plain = Buffer.concat([signature, chunk('IHDR', header), ...rest]);
    const made = await pngWithLink(new Blob([plain], { type: 'image/png' }), link);
    const bytes = Buffer.from(await made.arrayBuffer());
    const names = [];
    for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
      const length = bytes.readUInt32BE(at);
      const name = bytes.toString('latin1', at + 4, at + 8);
      names.push(name);
      if (name !== 'iTXt') continue;
      const data = bytes.subarray(at + 8, at + 8 + length);
      expect(data.toString('utf8')).toBe(`Comment\0\0\0\0\0${link}`);
      if (zlib.crc32) {
        const whole = bytes.subarray(at + 4, at + 8 + length);
        expect(bytes.readUInt32BE(at + 8 + length)).toBe(zlib.crc32(whole));
      }
    }
    expect(names).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND']);
    const other = new Blob([Buffer.from('no picture')]);
    expect(await pngWithLink(other, link)).toBe(other);
  });
});
