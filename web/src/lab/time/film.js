/// <reference path="./gifenc.d.ts" />
/** A training as a film: a GIF, or a video by what the browser has. */
import { part } from '../../api/part.js';
import { shortHash, whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { contextOf } from '../../plots/pixels.js';
import { QR_COLOURS, qrOf } from '../../share/qr.js';
import { download } from '../../ui/parts.js';
import { checkReadBack } from '../../ui/read-back.js';

/**
 * @typedef {object} Studio
 * @property {import('../map/embedding-map.js').EmbeddingMap} map
 * @property {string} link of the page
 * @property {string} name of the file, without its ending
 * @property {string} title
 * @property {{ground: string, ink: string, soft: string, accent: string, font: string}} look
 * @property {(share: number) => void} [progress]
 */

const WIDTH = 720; // at most
const MODULE = 2; // pixels per module of the code: readers of codes need them whole
const PAD = 12;
const FRAME_MS = 110;
const LAST_MS = 1600;
/** Videos, the one that most programs open first. */
const TYPES = ['video/mp4;codecs=avc1.42E01F', 'video/mp4', 'video/webm;codecs=vp9', 'video/webm'];

/**
 * Shows every moment, draws it with a strip below that holds the code of the link.
 * @param {import('./travel.js').Travel} travel @param {'gif' | 'video'} kind @param {Studio} studio
 * @returns {Promise<string>} the name of the file; '' if there was nothing to film
 */
export async function makeFilm(travel, kind, studio) {
  checkReadBack();
  const steps = (travel.recording?.moments ?? []).map(({ step }) => step);
  if (steps.length < 2) return '';
  const frames = new Frames(travel, studio);
  const { blob, ending } = await (kind === 'gif' ? gif : video)(frames, steps, studio);
  download(`${studio.name}${ending}`, blob);
  return `${studio.name}${ending}`;
}

/** Draws moments on a canvas of one size. */
class Frames {
  canvas = document.createElement('canvas');
  #code;

  /** @param {import('./travel.js').Travel} travel @param {Studio} studio */
  constructor(travel, studio) {
    this.travel = travel;
    this.studio = studio;
    this.#code = qrOf(studio.link);
    const { width, height } = studio.map.chart.box;
    this.scale = Math.min(1, WIDTH / width);
    const even = (/** @type {number} */ x) => 2 * Math.round(x / 2); // some encoders take no others
    this.width = even(width * this.scale);
    this.mapHeight = Math.round(height * this.scale);
    const strip = Math.max(56, MODULE * (this.#code?.size ?? 0)) + 2 * PAD;
    Object.assign(this.canvas, { width: this.width, height: even(this.mapHeight + strip) });
  }

  /** @param {number} step @param {number} share */
  async draw(step, share) {
    const { canvas, travel, studio } = this;
    await travel.show(step);
    const { map, look } = studio;
    map.jump = true;
    map.positions = travel.past?.projection?.positions ?? map.positions;
    map.requestUpdate('positions', null);
    await map.updateComplete;
    const drawn = map.settled();
    const context = contextOf(canvas);
    context.fillStyle = look.ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(drawn, 0, 0, this.width, this.mapHeight);
    context.fillStyle = look.accent;
    context.fillRect(0, this.mapHeight, this.width * share, 3);
    this.#words(context, step);
    this.#drawCode(context);
    return context;
  }

  /** @param {CanvasRenderingContext2D} context @param {number} step */
  #words(context, step) {
    const { look, title } = this.studio;
    const top = this.mapHeight + PAD;
    const room = this.width - 3 * PAD - MODULE * (this.#code?.size ?? 0);
    context.textBaseline = 'top';
    context.textAlign = 'start';
    context.fillStyle = look.ink;
    context.font = `600 15px ${look.font}`;
    context.fillText(title, PAD, top, room);
    context.font = `14px ${look.font}`;
    context.fillText(t('time.film.step', { step: whole(step) }), PAD, top + 22, room);
    context.fillStyle = look.soft;
    const { hash } = this.travel.slot;
    context.fillText(hash ? `Preformer · ${shortHash(hash)}` : 'Preformer', PAD, top + 44, room);
  }

  /** @param {CanvasRenderingContext2D} context */
  #drawCode(context) {
    const code = this.#code;
    if (!code) return;
    const side = MODULE * code.size;
    context.save();
    context.translate(this.width - side - PAD, this.mapHeight + PAD);
    context.fillStyle = QR_COLOURS.light;
    context.fillRect(0, 0, side, side);
    context.scale(MODULE, MODULE);
    context.fillStyle = QR_COLOURS.dark;
    context.fill(new Path2D(code.path));
    context.restore();
  }
}

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {Frames} frames @param {number[]} steps @param {Studio} studio */
async function gif(frames, steps, { progress }) {
  const { GIFEncoder, applyPalette, quantize } = await part(() => import('gifenc'));
  const { width, height } = frames.canvas;
  const pixels = (/** @type {CanvasRenderingContext2D} */ context) =>
    context.getImageData(0, 0, width, height).data;
  // The last moment has all colours: one palette keeps them still.
  const palette = quantize(pixels(await frames.draw(steps[steps.length - 1], 1)), 256);
  const encoder = GIFEncoder();
  for (const [i, step] of steps.entries()) {
    const index = applyPalette(pixels(await frames.draw(step, i / (steps.length - 1))), palette);
    const delay = i === steps.length - 1 ? LAST_MS : FRAME_MS;
    // The first frame brings the palette for all.
    encoder.writeFrame(index, width, height, { delay, ...(i === 0 ? { palette } : {}) });
    progress?.((i + 1) / steps.length);
    await pause(0);
  }
  encoder.finish();
  return { blob: new Blob([encoder.bytes()], { type: 'image/gif' }), ending: '.gif' };
}

/** @param {Frames} frames @param {number[]} steps @param {Studio} studio */
async function video(frames, steps, { progress }) {
  const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one)) ?? '';
  const stream = frames.canvas.captureStream(30);
  contextOf(frames.canvas); // a canvas without a context is not captured
  const recorder = new MediaRecorder(stream, {
    ...(type ? { mimeType: type } : {}),
    videoBitsPerSecond: 4e6,
  });
  /** @type {Blob[]} */
  const parts = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const stopped = new Promise((resolve, reject) => {
    recorder.addEventListener('stop', resolve);
    recorder.addEventListener('error', () => reject(new Error('The video could not be recorded.')));
  });
  await frames.draw(steps[0], 0);
  recorder.start();
  for (const [i, step] of steps.entries()) {
    // While a moment is opened, the recorder waits: every frame is as long as the others.
    recorder.pause();
    await frames.draw(step, i / (steps.length - 1));
    recorder.resume();
    await pause(i === steps.length - 1 ? LAST_MS : FRAME_MS);
    progress?.((i + 1) / steps.length);
  }
  recorder.stop();
  await stopped;
  for (const track of stream.getTracks()) track.stop();
  const kind = (recorder.mimeType || type || 'video/webm').replace(/;.*/, '');
  return { blob: new Blob(parts, { type: kind }), ending: kind.endsWith('mp4') ? '.mp4' : '.webm' };
}
