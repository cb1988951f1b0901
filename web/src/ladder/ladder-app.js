import { html } from 'lit';
import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import * as sharing from '../share/at-start.js';
import { define } from '../ui/base.js';
import { choice } from '../ui/choice.js';
import { lesson, lessonPart } from '../ui/lesson.js';
import { PageElement } from '../ui/page-element.js';
import { problem } from '../ui/parts.js';
import { seedField } from '../ui/seed-field.js';
import { groupMark } from './ladder-answer.js';
import { questionBar } from './ladder-ask.js';
import { rungPanel } from './ladder-rung.js';
import { GROUPS, groupsOf } from './scenes.js';
import { field } from './table.js';
import '../ui/status-line.js';
import { glossed } from '../ui/gloss.js';
import { transport } from '../ui/transport.js';

/** @typedef {import('./session.js').LadderSession} LadderSession */

/**
 * The ladder: connects state and session with the elements.
 * @extends {PageElement<LadderSession>}
 */
export class LadderApp extends PageElement {
  constructor() {
    super({ page: 'ladder', title: 'ladder.page.title', main: 'ladder', focus: '#train' }, sharing);
  }

  /** @param {LadderSession} session */
  connect(session) {
    return super.connect(session).catch(() => {}); // the session shows the error
  }

  /** The corpus follows the reader's language until something was trained on it. */
  set(/** @type {Record<string, unknown>} */ wanted) {
    const { store, started } = this.session;
    super.set(
      'language' in wanted && started ? { ...wanted, corpus: store.get('corpus') } : wanted,
    );
  }

  get promised() {
    const { hash, store } = this.session;
    return { hash: hash || store.get('hash') };
  }

  content() {
    const { session } = this;
    return html`
      <div class="main" role=${this.mainRole} id="ladder">
        <div class="ladder-hero">
          <h2>${t('ladder.title')}</h2>
          <p>${t('ladder.lede')}</p>
        </div>
        ${trainAll(session)}
        <p class="visually-hidden" role="status" id="announcement">${announcement(session)}</p>
        ${problem(session.error, 'ladder-problem')}
        ${questionBar(session)}
        <ol class="rungs" aria-label=${t('ladder.rungs')}>
          ${session.steps.map((step) => rungPanel(session, step))}
        </ol>
        ${legend(session)} ${foot(session)}
        ${lesson(
          t('ladder.lesson.title'),
          LESSON.map((part) => lessonPart(`ladder.lesson.${part}`)),
        )}
      </div>
    `;
  }
}

/** @param {LadderSession} session */
function trainAll(session) {
  const { running, finished, started, store } = session;
  const verb = running ? 'stop' : finished ? 'again' : started ? 'resume' : 'train';
  const corpora = choice({
    id: 'corpus',
    legend: t('ladder.corpus'),
    values: ['en', 'zh'],
    current: store.get('corpus'),
    label: (value) => t(`ladder.corpus.${value}`),
    choose: (value) => store.set({ corpus: value }),
  });
  return transport({
    verb,
    label: t(`ladder.train.${verb}`),
    press: () => (running ? session.stop() : session.train()),
    reset: { press: () => session.reset(), disabled: !started },
    after: html`${corpora} ${seed(store)}`,
    share: session.progress,
    text: progressText(session),
  });
}

/** @param {LadderSession} session */
function progressText({ running, finished, started, steps, corpus }) {
  if (finished) {
    const seconds = steps.reduce((sum, step) => sum + step.seconds, 0);
    return t('ladder.progress.done', { seconds: seconds.toFixed(1) });
  }
  if (running) {
    const now = steps.find(({ state }) => state === 'running');
    return now
      ? t('ladder.progress.running', { name: t(`ladder.rung.${now.rung.id}`) })
      : t('ladder.progress.preparing');
  }
  if (started) return t('ladder.progress.stopped');
  if (!corpus) return t('ladder.progress.preparing');
  const sentences = corpus.labels.train.length;
  return t('ladder.progress.ready', { sentences: whole(sentences) });
}

/** @param {LadderSession} session */
function announcement(session) {
  const { running, finished, steps } = session;
  if (finished) return progressText(session);
  const now = running && steps.find(({ state }) => state === 'running');
  return now ? t('ladder.progress.running', { name: t(`ladder.rung.${now.rung.id}`) }) : '';
}

/** @param {import('./store.js').LadderStore} store */
function seed(store) {
  return html`<div class="ladder-seed">
    ${seedField(store, field('seed').parse)}
  </div>`;
}

/** @param {LadderSession} session */
function legend({ corpus, steps }) {
  const perplexities = steps.map((step) => step.perplexities).find(Boolean);
  const bits = (/** @type {number} */ x) => Math.log2(x).toFixed(2);
  return html`<div class="ladder-legend">
    <ul class="legend">
      ${groupsOf(corpus).map(
        (group) => html`<li>${groupMark(GROUPS.indexOf(group))}${t(`ladder.group.${group}`)}</li>`,
      )}
    </ul>
    <p class="note" id="ngrams">
      ${glossed(
        perplexities
          ? t('ladder.ngrams', {
              bigram: bits(perplexities.bigram),
              trigram: bits(perplexities.trigram),
            })
          : t('ladder.bits.note'),
      )}
    </p>
  </div>`;
}

/** The build, the common hash of all models, and whether it equals the hash in the link. */
function foot(/** @type {LadderSession} */ session) {
  const { steps, hash, running, store, error } = session;
  const info = steps.map(({ model }) => model?.info).find(Boolean);
  const expected = store.get('hash');
  const verdict = hash === expected ? 'reproduced' : 'differs';
  return html`<div class="stage-foot">
    <status-line
      .build=${info?.build ?? ''}
      .hash=${hash}
      .expected=${expected}
      .verdict=${expected && hash ? verdict : ''}
      .running=${running}
      .failed=${Boolean(error)}
    ></status-line>
  </div>`;
}

const LESSON = ['one-hot', 'nnlm', 'word2vec', 'elmo', 'after'];

define('ladder-app', LadderApp);
