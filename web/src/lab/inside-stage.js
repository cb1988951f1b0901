/** The Lab's stage as Inside: the model opened. Its code is loaded when it is first shown. */

import { part } from '../api/part.js';
import { t } from '../i18n/index.js';
import { choice } from '../ui/choice.js';
import { dress } from '../ui/dress.js';
import { onDemand } from '../ui/later.js';
import { hostOf } from '../ui/root.js';
import { openedView, placeIn } from './opened-view.js';
import { modelKind } from './slot.js';

/** @typedef {import('./slot.js').Slot} Slot */

/** From this stop on, Inside says which way the weights go. */
const BLAME = 6;

const insideView = onDemand(() => import('../inside/inside-view.js'));

const sheet = () => part(() => import('../inside/inside.css?inline'));

/** Whether the stage shows the model's inside. @param {import('./lab-app.js').LabApp} app */
export const isInside = (app) => app.session.store.get('inside') > 0;

/** Map | Inside, at the head of the stage. @param {import('./lab-app.js').LabApp} app @param {Slot} slot */
export function stageSwitch(app, slot) {
  const { kind } = slot;
  const { session } = app;
  const { store } = session;
  const first = kind === 'one-hot' ? 'matrix' : 'map';
  return choice({
    id: 'shown',
    legend: t('stage.shown'),
    values: [first, 'inside'],
    current: isInside(app) ? 'inside' : first,
    label: (value) => t(`stage.${value}`),
    choose: (value) => {
      app.insideStop = store.get('inside') || app.insideStop;
      store.set({ inside: value === 'inside' ? app.insideStop : 0 });
      if (value !== 'inside' && app.insideStop >= BLAME)
        void session.pulling.show(slot, placeIn(store));
    },
    look: 'row small',
  });
}

/** @param {import('./lab-app.js').LabApp} app @param {Slot} slot */
export function insideStage(app, slot) {
  insideView(() => app.querySelector('inside-view'));
  dress(hostOf(app), sheet);
  const { session } = app;
  const oneHot = slot.kind === 'one-hot';
  const lender = oneHot ? session.slot('nnlm') : slot; // one-hot has no Q of its own
  if (oneHot && lender.phase === 'idle') queueMicrotask(() => session.prepare('nnlm'));
  return openedView(session, { run: lender, kind: modelKind(slot) });
}
