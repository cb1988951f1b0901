import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import '../inside/inside-view.js';
import { labTransport } from '../lab/lab-transport.js';
import { openedView } from '../lab/opened-view.js';
import { namesIn } from '../link/link-fields.js';
import { linkNote } from '../share/at-start.js';
import { define, LabElement } from '../ui/base.js';
import { Frame } from '../ui/canvas.js';
import { problem } from '../ui/parts.js';
import { hostOf } from '../ui/root.js';

/**
 * Inside as a figure: one example, and a bar that trains its model. What is hidden or locked is
 * named in inside/limits.js; `train` is the bar.
 */
export class InsideApp extends LabElement {
  /** @type {import('./inside-session.js').InsideSession | null} */
  session = null;

  /** Starts the figure; called once. @param {import('./inside-session.js').InsideSession} session */
  connect(session) {
    this.session = session;
    const frame = new Frame(() => this.requestUpdate());
    const look = () => {
      const { language, theme } = session.store.values;
      hostOf(this)?.look?.({ language, theme });
      this.requestUpdate();
    };
    session.addEventListener('change', () => frame.request());
    session.store.addEventListener('change', look);
    look();
    return session.start();
  }

  #set(/** @type {CustomEvent<object>} */ { detail }) {
    this.session?.store.set(detail);
  }

  render() {
    const { session } = this;
    if (!session) return nothing;
    const { store, current: run, kind, missing, corpusError } = session;
    const [hide, lock] = [namesIn(store.get('hide')), namesIn(store.get('lock'))];
    const trains = kind !== 'one-hot' && run.kind !== 'loaded' && !missing;
    const isBar = trains && !hide.includes('train') && !lock.includes('train');
    return html`<div class="page inside-page" @set=${this.#set}>
      ${linkNote(this, { values: { ...store.values, hide: '', lock: '', opened: '' }, notes: store.notes })}
      ${missing ? html`<p class="problem" role="alert">${t('inside.weights', missing)}</p>` : nothing}
      ${problem(run.error ?? corpusError, 'figure-problem')}
      ${isBar ? labTransport(session, run, nothing, true) : nothing}
      ${missing ? nothing : openedView(session, { run, kind, hide, lock })}
    </div>`;
  }
}

define('inside-app', InsideApp);
