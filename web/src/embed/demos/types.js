/**
 * What a demo's file exports, and what runs once it is joined.
 *
 * @typedef {object} Demo
 * @property {string[]} css of the page it comes from
 * @property {(joining: Joining) => Running} join
 *
 * @typedef {object} Joining
 * @property {HTMLElement} root in the shadow tree: where the demo's own element goes
 * @property {import('../../lab/store.js').Place} place where its state is mirrored
 * @property {'en' | 'zh'} language of the page around
 * @property {EnginePlaces} engine
 *
 * @typedef {{workerUrl?: string, assetBase?: string}} EnginePlaces
 *
 * @typedef {object} Running
 * @property {import('../../ui/page-element.js').PageSession} session joins the demo's state with the API
 * @property {() => Promise<void>} begin trains, unless its link wants it paused
 * @property {() => Promise<void>} opened trains if its link says so
 * @property {() => Promise<void>} pause
 * @property {() => void} resume
 * @property {() => Status} status
 * @property {() => void} focus puts it on the button that trains
 * @property {() => void} repaint language or colours have changed
 * @property {() => Promise<void>} close frees its models
 *
 * @typedef {object} Status
 * @property {boolean} running
 * @property {boolean} finished
 * @property {number} progress 0 … 1
 * @property {number} loss nats per prediction; NaN while unknown
 * @property {string | undefined} hash of the weights; undefined until it is known
 * @property {import('../../i18n/errors.js').Fault | null} error
 */

export {};
