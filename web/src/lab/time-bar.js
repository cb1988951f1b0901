/** The button that opens the slider through the training, and its place. What it does is loaded then. */
import { html, nothing } from 'lit';
import { part } from '../api/part.js';
import { t } from '../i18n/index.js';
import { linkTo } from '../link/copied-link.js';
import { later } from '../ui/later.js';
import { focusOn, hostOf } from '../ui/root.js';

/** @typedef {import('./lab-app.js').LabApp} LabApp */

/** Whether a slot has a training. @param {import('./slot.js').Slot} slot */
const trains = ({ kind }) => kind !== 'one-hot' && kind !== 'loaded';

/** @param {LabApp} app */
export async function openTime(app) {
  const place = () => app.querySelector('#time-open');
  await later(
    () =>
      Promise.all([
        part(() => import('./time/travel.js')),
        part(() => import('./time/time-panel.js')),
      ]),
    place,
    ([{ Travel }]) => {
      const { session } = app;
      session.time ??= new Travel(session);
      session.changed();
    },
  );
}

/** @param {LabApp} app */
function closeTime(app) {
  const { session } = app;
  void session.time?.close();
  session.time = null;
  session.changed();
  void app.updateComplete.then(() => focusOn(app, '#time-open'));
}

/** At the foot of the stage. @param {LabApp} app */
export function timeButton(app) {
  const { session } = app;
  if (hostOf(app) || !trains(session.present)) return nothing;
  if (session.store.get('moment') !== null && !session.time && !app.timed) {
    app.timed = true;
    queueMicrotask(() => void openTime(app));
  }
  return html`<button
    type="button"
    class="plain"
    id="time-open"
    aria-expanded=${session.time ? 'true' : 'false'}
    @click=${() => (session.time ? closeTime(app) : openTime(app))}
  >
    ${t('stage.time')}
  </button>`;
}

/** Below the map. @param {LabApp} app */
export function timePanel(app) {
  const { session, version } = app;
  if (!session.time || !trains(session.present)) return nothing;
  return html`<time-panel
    .travel=${session.time}
    .version=${version}
    .studio=${() => studioOf(app)}
    .close=${() => closeTime(app)}
  ></time-panel>`;
}

/** What a film is made of; null while there is no map. @param {LabApp} app */
function studioOf(app) {
  const map = app.querySelector('embedding-map');
  if (!map) return null;
  const style = getComputedStyle(app);
  const [ground, ink, soft, accent, font] = ['panel', 'ink', 'soft', 'accent', 'font'].map((name) =>
    style.getPropertyValue(`--${name}`).trim(),
  );
  const { present } = app.session;
  return {
    map,
    link: linkTo(app.shared.fragment({ moment: null }), window.location),
    name: `preformer-${present.values.corpus || 'own'}-${present.kind}`,
    title: t(`story.${present.kind}`),
    look: { ground, ink, soft, accent, font },
  };
}
