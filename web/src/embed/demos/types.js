/**
 * Types of a demo's exports and of a running demo.
 *
 * @typedef {object} Demo
 * @property {string[]} css style sheets of its page
 * @property {(joining: Joining) => Running} join
 *
 * @typedef {object} Joining
 * @property {HTMLElement} root node of the shadow tree that receives the demo's own element
 * @property {import('../../lab/store.js').Place} place where the state is mirrored
 * @property {'en' | 'zh'} language language of the surrounding page
 * @property {EnginePlaces} engine
 * @property {string} [weights] URL of a checkpoint to show; '' for none. Only Inside reads it.
 *
 * @typedef {{workerUrl?: string, assetBase?: string}} EnginePlaces
 *
 * @typedef {object} Running
 * @property {import('../../ui/page-element.js').PageSession} session connects the demo's state with
 *   the API
 * @property {() => Promise<void>} begin trains unless its link says paused
 * @property {() => Promise<void>} opened trains if its link says so
 * @property {() => Promise<void>} pause
 * @property {() => void} resume
 * @property {() => Status} status
 * @property {boolean} settled whether the run in the link is trained or being trained
 * @property {() => import('../../tasks/runs.js').Run | null} asked the training that is shown, to
 *   be asked; null while there is none, or for a demo of several models
 * @property {() => string} run the link of that training, from # on; '' if the settings have been
 *   changed since
 * @property {(weights: string) => Promise<void>} [bring] shows the model of another checkpoint
 * @property {(steps: number) => Promise<void>} [step] trains so many steps
 * @property {() => void} focus focuses the train button
 * @property {() => void} repaint called when the language or the colours have changed
 * @property {() => Promise<void>} close closes its models
 *
 * @typedef {object} Status
 * @property {boolean} running
 * @property {boolean} finished
 * @property {number} progress 0 … 1
 * @property {number} loss nats per prediction; NaN while unknown
 * @property {string | undefined} hash hash of the weights; undefined while unknown
 * @property {import('../../i18n/errors.js').Fault | null} error
 * @property {object | null} [report] of a model that is trained: the API's Report
 * @property {Record<string, object | null>} [answers] to the questions of the Lab, by question: their
 *   words and what was answered
 * @property {number} [tries] of the transfer page: how many Bs were trained
 * @property {boolean} [working] of the transfer page: whether Bs are being trained
 * @property {object} [place] Inside: where the reader is
 */

export {};
