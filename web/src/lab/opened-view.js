/** Inside, with the place of the reader in the Lab's state. */
import { html } from 'lit';

/**
 * @typedef {import('./slot.js').Slot} Slot
 * @typedef {import('../inside/at.js').At} At
 */

/** @param {import('./store.js').Store} store @returns {At} */
export const placeIn = (store) => ({
  stop: store.get('inside'),
  typed: store.get('example'),
  nth: store.get('nth'),
  guess: store.get('guess'),
  lane: store.get('lane'),
  beside: store.get('beside'),
  number: store.get('number'),
});

/** The fields of a changed place. @param {Partial<At>} place */
const fieldsOf = ({ stop, typed, ...others }) => ({
  ...others,
  ...(stop ? { inside: stop } : {}),
  ...(typed === undefined ? {} : { example: typed }),
});

/**
 * The model of a run, opened. Its element is loaded by the caller.
 * @param {import('./session.js').Session} session
 * @param {{run: Slot, kind: string, hide?: string[], lock?: string[]}} what kind: of the picture;
 *   one-hot is shown with the Q of another model
 */
export function openedView({ store }, { run, kind, hide = [], lock = [] }) {
  const { model, report, running } = run;
  return html`<inside-view
    .model=${model}
    .kind=${kind}
    .step=${report?.step ?? 0}
    .running=${running}
    .live=${store.get('speed') !== 'full'}
    .seed=${store.get('seed')}
    .objective=${run.kind === 'loaded' ? '' : store.get('objective')}
    .count=${model?.info.sentences ?? 0}
    .at=${placeIn(store)}
    .hide=${hide}
    .lock=${lock}
    @place=${(/** @type {CustomEvent<Partial<At>>} */ { detail }) => store.set(fieldsOf(detail))}
  ></inside-view>`;
}
