/** The recorded moments of a training, as they are stored with it. */
import { Recording } from './recording.js';

/**
 * @typedef {import('./recording.js').Moment} Moment
 * @typedef {import('../../keep/shelf.js').Parts} Parts
 */

/** A twelfth of what all stored trainings may take, less room for their checkpoints. */
export const MOST_STORED = 8e6;
/** With fewer moments the training is recorded again instead. */
const LEAST = 8;
const PREFIX = 'moment-';

const isMoment = (/** @type {string} */ part) => part.startsWith(PREFIX);

/** At most `count` of them, evenly, the first and the last included. @param {Moment[]} moments @param {number} count */
function thinned(moments, count) {
  if (moments.length <= count) return moments;
  const last = moments.length - 1;
  return Array.from({ length: count }, (_, i) => moments[Math.round((i * last) / (count - 1))]);
}

/**
 * One part per moment, so that a moment that is stored already is not written again.
 * @param {Recording | null} recording
 * @param {number | undefined} step of the training; a recording that does not reach it is not stored
 * @returns {Parts} none if too few moments fit
 */
export function momentParts(recording, step) {
  if (!recording?.fromStart || recording.last?.step !== step) return {};
  const { moments } = recording;
  const largest = Math.max(...moments.map(({ bytes }) => bytes.length));
  const kept = thinned(moments, Math.floor(MOST_STORED / largest));
  if (kept.length < LEAST) return {};
  return Object.fromEntries(kept.map((moment) => [`${PREFIX}${moment.step}`, moment.bytes]));
}

/** @param {Parts} parts @param {{steps: number} | null | undefined} report @returns {Recording | null} */
export function recordingOf(parts, report) {
  const moments = Object.entries(parts)
    .filter(([part]) => isMoment(part))
    .map(([part, bytes]) => ({ step: Number(part.slice(PREFIX.length)), bytes }))
    .sort((a, b) => a.step - b.step);
  if (!report || !moments.length) return null;
  const recording = new Recording(report.steps);
  for (const moment of moments) recording.add(moment);
  return recording;
}

/** What cannot be computed again. @param {Parts} parts @returns {Parts} */
export const withoutMoments = (parts) =>
  Object.fromEntries(Object.entries(parts).filter(([part]) => !isMoment(part)));

/** Differs when there are other moments to store. @param {Recording | null} recording @param {number | undefined} step */
export const momentsStamp = (recording, step) =>
  recording?.fromStart && recording.last?.step === step ? `${recording.moments.length}` : '';
