import { setLanguage } from '../../i18n/index.js';
import figuresCss from '../../story/figures/index.css?inline';
import demoCss from '../demo.css?inline';
import { FigureSession } from '../figure-session.js';
import { apiAt } from './join.js';

/** A figure of the Story as an embedded demo. */
export const css = [figuresCss, demoCss];

/** @param {import('./types.js').Joining} joining @returns {import('./types.js').Running} */
export function join({ root, place, language, engine }) {
  setLanguage(language);
  const session = new FigureSession({ api: apiAt(engine), place, language, root });
  return {
    // A figure has no page of its own, and so no store of one.
    session: /** @type {import('../../ui/page-element.js').PageSession} */ (
      /** @type {unknown} */ (session)
    ),
    begin: () => session.train(),
    opened: () => session.train(),
    pause: async () => {}, // a training takes a second or two
    resume: () => {},
    status: () => session.status(),
    asked: () => null,
    run: () => '',
    get settled() {
      return session.status().finished;
    },
    focus: () => root.querySelector('button')?.focus(),
    repaint: () => session.show(),
    close: () => session.close(),
  };
}
