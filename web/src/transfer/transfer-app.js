import { html } from 'lit';
import { t } from '../i18n/index.js';
import * as sharing from '../share/at-start.js';
import { define } from '../ui/base.js';
import { choice } from '../ui/choice.js';
import { PageElement } from '../ui/page-element.js';
import { isFinished } from './pack.js';
import { readable } from './sentence.js';
import { CHAPTERS } from './table.js';
import { closing } from './transfer-closing.js';
import { imagesChapter } from './transfer-images.js';
import './transfer-lines.js';
import { textChapter } from './transfer-text.js';

/**
 * The transfer page: joins state and session with the elements.
 * @extends {PageElement<import('./session.js').TransferSession>}
 */
export class TransferApp extends PageElement {
  constructor() {
    super(
      { page: 'transfer', title: 'transfer.page.title', main: 'chapter', focus: '#pretrain' },
      sharing,
    );
    this.examples = 0;
  }

  get promised() {
    const { store, chapter } = this.session;
    const pack = chapter.current;
    const final = isFinished(pack) && !chapter.isStale(pack);
    return { hash: final ? pack.hash : store.get('hash') };
  }

  get lacks() {
    return this.session.store.get('corpus') === 'own' ? t('transfer.link.own') : '';
  }

  /** What is drawn becomes an example, and the pad is clean again. */
  #put() {
    if (!this.session.images.putDrawing()) return;
    /** @type {any} */ (this.querySelector('transfer-pad')).reset();
  }

  /** A review of the test, the classes by turns. */
  #example() {
    const { text, store } = this.session;
    const { test = [], labels = [] } = text.current.data ?? {};
    const label = labels[this.examples++ % Math.max(1, labels.length)];
    const mine = test.filter((/** @type {string} */ line) => line.startsWith(`${label}\t`));
    const line = mine[(7 * this.examples) % Math.max(1, mine.length)];
    if (line) store.set({ sentence: readable(line.slice(line.indexOf('\t') + 1)) });
  }

  #useLines(/** @type {any} */ { detail }) {
    this.session.text.use(detail.lines);
  }

  content() {
    const { session } = this;
    const { store, images } = session;
    const isText = store.get('chapter') === 'text';
    return html`
      <div
        class="main"
        role=${this.mainRole}
        @aim=${(/** @type {any} */ e) => images.aim(e.detail.slot)}
        @set-remove=${images.remove}
        @set-clear=${images.clear}
        @set-undo=${images.undo}
        @set-fill=${images.fill}
        @lend=${(/** @type {any} */ e) => images.put(e.detail.pixels, 'tray')}
        @draw=${(/** @type {any} */ e) => images.draw(e.detail.ink)}
        @put=${this.#put}
        @refuse=${(/** @type {any} */ e) => images.refuse(e.detail.error)}
        @example=${this.#example}
        @open-lines=${() => /** @type {any} */ (this.querySelector('transfer-lines')).open()}
      >
        ${hero(store)}
        ${isText ? textChapter(session, this.version) : imagesChapter(session, this.version)}
        ${closing(store)}
      </div>
      <transfer-lines @use-lines=${this.#useLines}></transfer-lines>
    `;
  }
}

/** @typedef {import('./store.js').TransferStore} TransferStore */

function hero(/** @type {TransferStore} */ store) {
  const chapter = store.get('chapter');
  return html`<div class="hero">
    <div>
      <h2>${t('transfer.title')}</h2>
      <p>${t(`transfer.lede.${chapter}`)}</p>
    </div>
    ${choice({
      id: 'chapter',
      legend: t('transfer.chapter'),
      values: CHAPTERS,
      current: chapter,
      label: (value) => t(`transfer.chapter.${value}`),
      choose: (value) => store.set({ chapter: value }),
      look: 'row small',
    })}
  </div>`;
}

define('transfer-app', TransferApp);
