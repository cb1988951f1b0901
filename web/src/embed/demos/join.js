import { LitElement } from 'lit';
import * as api from '../../api/index.js';
import '../../i18n/both.js';
import { setLanguage } from '../../i18n/index.js';
import { begin } from '../../link/opening.js';
import { themeChanged } from '../../ui/canvas.js';
import { focusOn, hostOf } from '../../ui/root.js';

/**
 * @typedef {import('../../ui/page-element.js').PageSession &
 *   import('../../link/opening.js').Opened & {close: () => Promise<unknown>}} PageSession
 * @typedef {import('../../ui/page-element.js').PageElement<PageSession>} Page
 */

/** Common code of all demos, used when the page's state and session exist. */

/**
 * The API with the URLs of a demo's files.
 * @param {import('./types.js').EnginePlaces} places @returns {typeof api}
 */
export function apiAt(places) {
  if (!Object.keys(places).length) return api;
  return {
    ...api,
    create: (options) => api.create({ ...options, ...places }),
    createImages: (options) => api.createImages({ ...options, ...places }),
    tokenize: (corpus, options) => api.tokenize(corpus, { ...options, ...places }),
    load: /** @type {typeof api.load} */ (
      (/** @type {never} */ file, /** @type {{format: 'classifier'}} */ options) =>
        api.load(file, { ...options, ...places })
    ),
  };
}

/**
 * @param {object} parts
 * @param {import('./types.js').Joining} parts.joining
 * @param {string} parts.tag tag of the page's own element
 * @param {PageSession} parts.session
 * @param {string} parts.button id of the train button
 * @param {() => Promise<unknown>} parts.train
 * @param {() => unknown} parts.pause
 * @param {() => import('./types.js').Status} parts.status
 * @param {import('./types.js').Running['asked']} [parts.asked]
 * @param {import('./types.js').Running['run']} [parts.run]
 * @param {import('./types.js').Running['step']} [parts.step]
 * @returns {import('./types.js').Running}
 */
export function joined({
  joining,
  tag,
  session,
  button,
  train,
  pause,
  status,
  asked = () => null,
  run = () => '',
  step,
}) {
  const { root, language } = joining;
  // The language of messages outside of rendering; rendering uses each demo's own language.
  setLanguage(language);
  const app = /** @type {Page} */ (document.createElement(tag));
  root.append(app);
  // The session shows the error.
  const ready = Promise.resolve(app.connect(session)).catch(() => {});
  return {
    session,
    status,
    asked,
    run,
    ...(step && { step }),
    get settled() {
      return session.settled;
    },
    async begin() {
      await ready;
      if (session.store.get('start') !== 'paused' && !status().running) await train();
    },
    async opened() {
      await ready;
      await begin(session);
    },
    async pause() {
      await pause();
    },
    resume: () => void (status().finished || status().running || train()),
    focus: () => app.updateComplete.then(() => app.updateComplete).then(() => focusOn(app, button)),
    repaint() {
      setLanguage(hostOf(app)?.spoken ?? language);
      for (const part of [app, ...app.querySelectorAll('*')]) {
        if (part instanceof LitElement) part.requestUpdate();
      }
      themeChanged();
    },
    async close() {
      await pause();
      app.remove();
      await session.close();
    },
  };
}

/** What only some trainings have. */
export const NOTHING_MORE = { sentences: [], analogies: [], transfer: null };

/**
 * The status of a demo with one model.
 * @param {import('../../training/model-run.js').AnyRun} run
 * @param {import('./types.js').Status['error']} [other] another error of the page
 * @returns {import('./types.js').Status}
 */
export const statusOf = ({ running, finished, report, hash, error }, other = null) => ({
  running,
  finished,
  progress: report?.progress ?? 0,
  loss: report?.epochLoss ?? Number.NaN,
  hash: hash || undefined,
  report,
  error: error ?? other,
});
