import * as api from '../../api/index.js';
import { setLanguage } from '../../i18n/index.js';
import { begin } from '../../link/opening.js';
import { themeChanged } from '../../ui/canvas.js';

/** What all demos have in common once their page's state and session are there. */

/**
 * The API for a demo that names the places of its files.
 * @param {import('./types.js').EnginePlaces} places
 */
export function apiAt(places) {
  if (!Object.keys(places).length) return api;
  const { create, load, tokenize, createImages } = api;
  return {
    ...api,
    create: (/** @type {any} */ options) => create({ ...options, ...places }),
    createImages: (/** @type {any} */ options) => createImages({ ...options, ...places }),
    tokenize: (/** @type {any} */ corpus, /** @type {any} */ options) =>
      tokenize(corpus, { ...options, ...places }),
    load: /** @type {typeof load} */ (
      (/** @type {any} */ file, /** @type {any} */ options) => load(file, { ...options, ...places })
    ),
  };
}

/**
 * @param {object} parts
 * @param {import('./types.js').Joining} parts.joining
 * @param {string} parts.tag of the page's own element
 * @param {any} parts.session
 * @param {string} parts.button id of the one that trains
 * @param {() => Promise<any>} parts.train
 * @param {() => Promise<any> | void} parts.pause
 * @param {() => import('./types.js').Status} parts.status
 * @returns {import('./types.js').Running}
 */
export function joined({ joining, tag, session, button, train, pause, status }) {
  const { root, language } = joining;
  setLanguage(language); // for what is said outside of drawing; drawn is what each demo speaks
  const app = /** @type {any} */ (document.createElement(tag));
  root.append(app);
  const ready = Promise.resolve(app.connect(session)).catch(() => {}); // the session says it
  return {
    session,
    status,
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
    focus: () =>
      app.updateComplete
        .then(() => app.updateComplete)
        .then(() => app.querySelector(button)?.focus()),
    repaint() {
      setLanguage(/** @type {any} */ (app.getRootNode()).host.spoken);
      for (const part of [app, ...app.querySelectorAll('*')]) part.requestUpdate?.();
      themeChanged();
    },
    async close() {
      await pause();
      app.remove();
      await session.close();
    },
  };
}

/**
 * The status of a demo with one model.
 * @param {import('../../training/model-run.js').ModelRun<any, any, any>} run of any page
 * @param {unknown} [other] error, of the page
 * @returns {import('./types.js').Status}
 */
export const statusOf = ({ running, finished, report, hash, error }, other = null) => ({
  running,
  finished,
  progress: report?.progress ?? 0,
  loss: report?.loss ?? Number.NaN,
  hash: hash || undefined,
  error: error ?? other,
});
