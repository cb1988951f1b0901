/** The picture of an opened model with everything around it: the example, the steps, the drawers, the foot. */

import { html, nothing } from 'lit';
import { comma } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import './cell-drawer.js';
import { changedText } from './changed.js';
import { drawer, equationOf } from './drawer.js';
import { drawing } from './drawing.js';
import { legend } from './legend.js';
import { altered, origin, strip } from './notes.js';
import './objective-cards.js';
import { veiled } from './limits.js';
import { isLookUp, pictureOf, stopsOf } from './pictures.js';
import { rich } from './rich.js';
import { BLAME, holds, NUDGE, WIDE } from './scene.js';
import './sentence-beside.js';
import './step-rail.js';

/**
 * @typedef {import('./scene.js').Place} Place
 * @typedef {import('./machine.js').Change} Change
 *
 * @typedef {object} Seen
 * @property {string} kind
 * @property {import('./at.js').At} at
 * @property {number} stop
 * @property {Place | null} opened
 * @property {import('./limits.js').Limits} limits
 * @property {import('../ui/chart.js').Chart} chart
 * @property {Change[]} changes of the copy
 * @property {import('../i18n/errors.js').Fault | null} problem of a change that failed
 * @property {number} count sentences of the corpus
 * @property {number} step steps trained
 * @property {number} seed
 * @property {string} objective
 * @property {import('./machine.js').Shown} shown
 *
 * @typedef {object} Acts
 * @property {(stop: number) => void} go
 * @property {() => void} teach one-hot: shows the model that learns Q
 * @property {import('./prove-it.js').ProveIt['measure']} measure
 * @property {(change: Change) => void} change
 * @property {() => void} undo
 * @property {() => void} putBack
 * @property {(block: string) => void} tabulate shows a block as a table
 */

/** The least width of a picture, in pixels for type of the default size. */
const LEAST = 288;

/**
 * @param {Seen} seen @param {Acts} acts
 * @returns {{content: unknown, heard: string, centre: number | undefined,
 *   blocks: import('./scene.js').Block[]}} heard: the opened number, for screen readers; centre: what
 *   is to be in sight of a picture that scrolls
 */
export function openedPicture(seen, acts) {
  const { kind, at, chart, limits, stop, shown } = seen;
  const opened = limits.shows('number') ? seen.opened : null;
  const units = (chart.units || 960) - 2;
  const width = Math.max(LEAST, units);
  const scale = (chart.scale * units) / width; // larger type on a phone leaves too little room
  const narrow = width < WIDE;
  const ratio = (globalThis.devicePixelRatio || 1) * scale;
  const picture = pictureOf(kind, shown, { stop, width, narrow, opened, ratio, lane: at.lane });
  const scene = veiled(picture.scene, limits.hide);
  const blocks = [...scene.blocks, ...(scene.unseen ?? [])];
  const known = opened && blocks.some((one) => one.id === opened.block && holds(one, opened));
  const label = narrow ? 132 : 166;
  const cell = opened && picture.cell?.(opened, roomOf({ width, label, narrow, stop }));
  const isOpen = known || cell;
  const moves = isLookUp(kind) && limits.frees('example');
  const note = moves ? t('inside.moveOne') : scene.note;
  const content = html`
    ${limits.shows('example') ? strip(kind, at, shown, seen.count, !limits.frees('example')) : nothing}
    ${limits.shows('step') ? steps(kind, stop, scene, shown, !limits.frees('step')) : nothing}
    <div class="panel inside-panel">
      ${drawing(scene, { stop, opened, scale, kind, go: limits.frees('step') ? acts.go : null })}
      ${note && limits.shows('note') ? html`<p class="note inside-note">${rich(note)}</p>` : nothing}
      ${
        stop === NUDGE && limits.shows('note')
          ? html`<p class="note inside-note" id="inside-changed">${rich(changedText(shown))}</p>`
          : nothing
      }
      ${
        !opened && limits.frees('number') && limits.shows('note')
          ? html`<p class="note inside-note" id="inside-press">${t(stop < BLAME ? 'inside.press' : 'inside.press.back')}</p>`
          : nothing
      }
      ${
        kind === 'one-hot' && limits.shows('note')
          ? html`<p class="note inside-note" id="inside-origin">${origin(seen.step, seen.seed, limits.frees('model') ? acts.teach : null)}</p>`
          : nothing
      }
      ${
        cell
          ? html`<div class="inside-drawer" role="region" aria-labelledby="cell-title">
              <cell-drawer .story=${cell} .scale=${chart.scale} .label=${label}></cell-drawer>
            </div>`
          : nothing
      }
      ${
        opened && isOpen && !isWhole(cell, opened, stop)
          ? drawer({ picture, opened, shown, stop, kind, changes: seen.changes, limits }, acts)
          : nothing
      }
      ${
        picture.net && stop >= 3 && limits.shows('beside')
          ? besideIt(picture, seen, { width, scale })
          : nothing
      }
      ${altered(shown, seen.changes, seen.problem, acts)}
      ${
        picture.objectives && limits.shows('objectives')
          ? html`<objective-cards
              .facts=${picture.objectives}
              .chosen=${limits.frees('objectives') ? seen.objective : ''}
              .seed=${seen.seed}
            ></objective-cards>`
          : nothing
      }
      ${limits.shows('legend') ? legend(scene, stop, acts.tabulate) : nothing}
    </div>
  `;
  return {
    content,
    heard: opened && isOpen ? equationOf(picture, opened, stop).heard : '',
    centre: scene.focus,
    blocks: cell ? [...blocks, cell.block] : blocks,
  };
}

/** ELMo: the same word in a second sentence. @param {import('./pictures.js').Picture} picture @param {Seen} seen @param {{width: number, scale: number}} size */
function besideIt({ net, other }, { at, shown, limits }, { width, scale }) {
  const { beside, others, sentence, example, trace } = shown;
  const word = sentence[Math.min(example.position, sentence.length - 1)];
  const { fault } = beside ?? {};
  return html`<sentence-beside
    .net=${net ?? null}
    .trace=${trace}
    .other=${other ?? null}
    .otherTrace=${beside?.trace ?? null}
    .beside=${at.beside ?? null}
    .fault=${fault ? t(`inside.${fault.reason}`, { words: fault.words.join(comma()) }) : ''}
    .word=${word}
    .others=${others}
    .width=${width}
    .scale=${scale}
    .locked=${!limits.frees('beside')}
  ></sentence-beside>`;
}

/** The room for the strips of a cell, between their names and their figures. @param {{width: number, label: number, narrow: boolean, stop: number}} of */
function roomOf({ width, label, narrow, stop }) {
  const figures = stop < BLAME ? 110 : narrow ? 168 : 214;
  return Math.max(56, Math.min(320, width - label - figures));
}

/** @param {string} kind @param {number} stop @param {import('./scene.js').Scene} scene @param {import('./machine.js').Shown} shown @param {boolean} locked */
const steps = (kind, stop, scene, shown, locked) => html`<step-rail
  .stops=${stopsOf(kind)}
  .stop=${stop}
  .locked=${locked}
  .sentence=${scene.sentence}
  .alpha=${isLookUp(kind) ? 0 : shown.alpha}
  .ownAlpha=${shown.ownAlpha}
  .plain=${kind === 'nnlm' || kind === 'elmo'}
></step-rail>`;

/** Whether a cell's drawer says all there is to say of a number. @param {unknown} cell @param {Place} opened @param {number} stop */
const isWhole = (cell, { block }, stop) =>
  cell && (block.endsWith('-cell') || (stop < BLAME && block.endsWith('-hidden')));
