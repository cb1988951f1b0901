import { html, nothing } from 'lit';
import { addMessages, t } from '../../i18n/index.js';
import { en as insideEn } from '../../i18n/inside-en.js';
import { zh as insideZh } from '../../i18n/inside-zh.js';
import { en } from '../../i18n/transfer-inside-en.js';
import { zh } from '../../i18n/transfer-inside-zh.js';
import { blockTable } from '../../inside/block-table.js';
import '../../inside/inside.css';
import { legend } from '../../inside/legend.js';
import { BLAME } from '../../inside/scene.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { focusOn, rootOf } from '../../ui/root.js';
import { countOf } from '../examples.js';
import { refusal } from '../transfer-parts.js';
import { leadTo, showDialog } from './arriving.js';
import { controls } from './controls.js';
import './inside.css';
import { IMAGE_TRAINING } from '../settings.js';
import { network } from './network.js';
import { Networks, netsOf } from './networks.js';
import { stepTable, weightsOf } from './one-step.js';
import { openedNumber } from './opened.js';
import { exampleOf, labelsOf, sourceOf } from './picture.js';
import { sceneOf } from './tables.js';

addMessages({ en: insideEn, zh: insideZh });
addMessages({ en, zh });

/**
 * @typedef {import('./networks.js').Way} Way
 * @typedef {import('./networks.js').Moment} Moment
 * @typedef {import('./picture-net.js').Place} Place
 * @typedef {import('./picture-net.js').PictureNet} PictureNet
 * @typedef {{nets: Record<Way, PictureNet>, moment: Moment, label: string}} Followed
 */

/**
 * One picture followed through the network: every map, one number opened, and one step on it under
 * three ways of transfer. The page gives the chapter, `version`, which changes with it, and the way.
 * Event: `set` {inside}: another way, or 'closed'.
 */
export class TransferInside extends LabElement {
  static properties = {
    ...given('images version way'),
    ...own('moment shown source nth label opened channel whole table followed busy problem'),
  };

  constructor() {
    super();
    /** @type {import('../images.js').ImagesChapter | null} */
    this.images = null;
    this.version = 0;
    /** The network that is drawn. @type {Way} */
    this.way = 'frozen';
    /** @type {Moment} */
    this.moment = 'start';
    /** @type {'values' | 'blame'} */
    this.shown = 'values';
    /** @type {'mine' | 'test'} */
    this.source = 'mine';
    /** Which of the test digits. */
    this.nth = 0;
    /** The true digit of the reader's picture; '': the one of its place. */
    this.label = '';
    /** @type {Place | null} */
    this.opened = null;
    /** The map below whose products are open. */
    this.channel = 0;
    /** Whether all parts of the opened sum are listed. */
    this.whole = false;
    /** The block that is shown as a table. */
    this.table = '';
    /** @type {Followed | null} */
    this.followed = null;
    this.busy = false;
    /** @type {import('../../i18n/errors.js').Fault | null} */
    this.problem = null;
    this.networks = new Networks(IMAGE_TRAINING);
    this.asked = '';
    this.running = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    void this.networks.close();
    this.asked = '';
  }

  firstUpdated() {
    leadTo(this);
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  updated(changed) {
    super.updated(changed);
    showDialog(this);
    void this.#follow();
  }

  /** Follows the picture if it, the networks or what they are made from have changed. */
  async #follow() {
    const { images, moment } = this;
    const source = images && sourceOf(images);
    const example = images && exampleOf(images, this);
    if (!source || !example) return;
    this.networks.from(source);
    const asked = [example.id, example.label, moment, source.id].join(' ');
    if (asked === this.asked || this.running) return;
    Object.assign(this, { asked, running: true, busy: true, problem: null });
    try {
      const nets = await netsOf(this.networks, moment, example.pixels, example.label);
      this.followed = { nets, moment, ...example };
      this.opened ??= brightest(nets[this.way]);
    } catch (error) {
      // If the networks were closed meanwhile, the next call follows what is there now.
      const same = this.isConnected && sourceOf(images)?.id === source.id;
      if (same) Object.assign(this, { problem: error, followed: null });
    }
    Object.assign(this, { running: false, busy: false });
    this.requestUpdate(); // what was asked meanwhile
  }

  /** @param {Place} place */
  #open(place) {
    const number = this.followed?.nets[this.way].open(place);
    if (this.opened?.level !== place.level && number) this.channel = strongest(number);
    Object.assign(this, { opened: place, whole: false });
  }

  /** The focus goes back to where the number is. */
  #close() {
    const { level } = this.opened ?? {};
    this.opened = null;
    focusOn(this, level === 'logits' ? '#classes button' : `#maps-${level}`);
  }

  #leave() {
    focusOn(rootOf(this), '#open-inside');
    this.emit('set', { inside: 'closed' });
  }

  #change = (/** @type {Partial<TransferInside>} */ change) => Object.assign(this, change);

  render() {
    const { images, followed, busy, problem } = this;
    if (!images) return nothing;
    const count = countOf(images.examples);
    const gap = missing(images, this);
    return html`<section class="inside picture-inside" aria-labelledby="inside-title" id="inside">
      <header class="drawer-head">
        <h4 id="inside-title" tabindex="-1">${t('transfer.inside.title')}</h4>
        <button type="button" class="plain" id="inside-close" @click=${() => this.#leave()}>
          ${t('transfer.inside.close')}
        </button>
      </header>
      <p class="note">${t('transfer.inside.lede')}</p>
      ${controls(images, this, { labels: labelsOf(images), count, change: this.#change })}
      <p class="visually-hidden" id="inside-help">${t('inside.help')}</p>
      ${refusal(problem, 'inside-problem')}
      ${gap}
      <p class="note" role="status" id="inside-busy">
        ${busy && followed?.moment !== this.moment ? t(`transfer.inside.busy.${this.moment}`) : ''}
      </p>
      ${followed && gap === nothing ? this.#body(followed) : nothing}
    </section>`;
  }

  /** @param {Followed} followed */
  #body({ nets, label }) {
    const { way, shown, opened, channel, whole, table } = this;
    const net = nets[way];
    const scene = sceneOf(net, shown);
    const number = opened && net.open(opened);
    const block = scene.blocks.find(({ id }) => id === table);
    return html`<div aria-busy=${this.busy ? 'true' : 'false'}>
      ${Number.isFinite(net.trace.loss) ? nothing : html`<p class="problem">${t('inside.diverged')}</p>`}
      ${network(net, scene, {
        shown,
        opened,
        number,
        channel,
        open: (place) => this.#open(place),
        close: () => this.#close(),
        tabulate: (id) => this.#change({ table: id }),
      })}
      ${legend(scene, BLAME, (id) => this.#change({ table: id }))}
      ${
        number
          ? openedNumber(number, {
              net,
              full: scene.full.value,
              channel,
              whole,
              choose: (c) => this.#change({ channel: c }),
              unfold: () => this.#change({ whole: true }),
              close: () => this.#close(),
            })
          : nothing
      }
      <div class="step-back">
        <h4 id="step-back-title">${t('transfer.inside.step.title')}</h4>
        <p>${t('transfer.inside.step.lede', { label })}</p>
        <div class="step-parts">
          <div class="step-room" tabindex="0" role="region" aria-labelledby="step-back-title">
            ${stepTable(nets, way, label)}
          </div>
          <p class="note">${t('transfer.inside.step.note', { alpha: String(net.alpha) })}</p>
        </div>
        ${number ? weightsOf(net, number, channel, scene.full) : html`<p class="note">${t('transfer.inside.weights.choose')}</p>`}
      </div>
      ${block ? blockTable(block, () => this.#change({ table: '' })) : nothing}
    </div>`;
  }
}

/** The strongest answer of the first layer: what is open at first. @param {PictureNet} net @returns {Place} */
function brightest(net) {
  const values = net.forward('conv1');
  const index = values.reduce((best, x, i) => (x > values[best] ? i : best), 0);
  return { level: 'conv1', index };
}

/** The map below that adds the most. @param {import('./picture-net.js').Opened} number */
const strongest = ({ channels }) =>
  channels.reduce((best, { sum }, c) => {
    return Math.abs(sum) > Math.abs(channels[best].sum) ? c : best;
  }, 0);

/** What is missing before a picture can be followed. @param {import('../images.js').ImagesChapter} images @param {TransferInside} view */
function missing(images, view) {
  if (labelsOf(images).length < 2) {
    return html`<p class="note" id="inside-missing">${t('transfer.inside.twoLabels')}</p>`;
  }
  return exampleOf(images, view)
    ? nothing
    : html`<p class="note" id="inside-missing">${t('transfer.inside.noPicture')}</p>`;
}

define('transfer-inside', TransferInside);
