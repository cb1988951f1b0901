import { html } from 'lit';
import { t } from '../i18n/index.js';
import * as sharing from '../share/at-start.js';
import { define } from '../ui/base.js';
import { choice } from '../ui/choice.js';
import { PageElement } from '../ui/page-element.js';
import { hostOf } from '../ui/root.js';
import { CHAPTERS } from './table.js';
import { closing } from './transfer-closing.js';
import { imagesChapter } from './transfer-images.js';
import './transfer-lines.js';
import { glossed } from '../ui/gloss.js';
import { textChapter } from './transfer-text.js';

/** @typedef {import('./lines.js').Labelled} Labelled */

/**
 * The transfer page: connects state and session with the elements.
 * @extends {PageElement<import('./session.js').TransferSession>}
 */
export class TransferApp extends PageElement {
  constructor() {
    super(
      { page: 'transfer', title: 'transfer.page.title', main: 'chapter', focus: '#pretrain' },
      sharing,
    );
  }

  get promised() {
    const { store, chapter } = this.session;
    const pack = chapter.current;
    const final = pack.finished && !chapter.isStale(pack);
    return { hash: final ? pack.hash : store.get('hash') };
  }

  get lacks() {
    return this.session.store.get('corpus') === 'own' ? t('transfer.link.own') : '';
  }

  content() {
    const { session } = this;
    const { store } = session;
    const isText = store.get('chapter') === 'text';
    return html`
      <div class="main" role=${this.mainRole}>
        ${hero(store)}
        ${isText ? textChapter(session, this.version, hostOf(this)) : imagesChapter(session, this.version, hostOf(this))}
        ${closing(store)}
      </div>
      <transfer-lines
        .parse=${(/** @type {string} */ text) => session.api.readLabelledLines(text)}
        .use=${(/** @type {Labelled} */ lines) => session.text.use(lines)}
      ></transfer-lines>
    `;
  }
}

/** @typedef {import('./store.js').TransferStore} TransferStore */

function hero(/** @type {TransferStore} */ store) {
  const chapter = store.get('chapter');
  return html`<div class="hero">
    <div>
      <h2>${t('transfer.title')}</h2>
      <p>${glossed(t(`transfer.lede.${chapter}`))}</p>
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
