import { html, nothing } from 'lit';
import { whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { markOf, markPath } from '../../plots/marks.js';
import { define, given, LabElement } from '../../ui/base.js';
import { choice } from '../../ui/choice.js';
import { inputOf } from '../../ui/inputs.js';
import { startUmap } from '../lab-actions.js';
import { hasLearnt, isCollapsed, isTrained } from '../slot.js';
import './embedding-map.js';
import './map-table.js';
import { glossed } from '../../ui/gloss.js';
import { icon, problem } from '../../ui/parts.js';

/** @typedef {import('../slot.js').Slot} Slot */

/**
 * The panel around the map: a description, PCA or UMAP, search, zoom, groups, the table. Events:
 * `set` {view}, `select-word` {word}.
 */
export class MapPanel extends LabElement {
  static properties = {
    ...given('session shown view groups groupNames named selected neighbours'),
    ...given('asked analogy version'),
  };

  constructor() {
    super();
    /** @type {import('../session.js').Session | null} */
    this.session = null;
    /** @type {Slot | null} */
    this.shown = null;
    this.view = 'pca';
    /** @type {Int32Array | null} */
    this.groups = null;
    /** @type {string[]} */
    this.groupNames = [];
    this.named = false;
    this.selected = '';
    /** @type {string[]} */
    this.neighbours = [];
    /** @type {string[]} */
    this.asked = [];
    /** @type {string[]} */
    this.analogy = [];
    /** Counts the changes of `shown`. */
    this.version = 0;
  }

  get map() {
    return this.querySelector('embedding-map');
  }

  /** @returns {HTMLInputElement | null} the search field; the first input chooses the view */
  get search() {
    return this.querySelector('#map-search');
  }

  render() {
    const { shown: slot } = this;
    if (!slot) return nothing;
    const { positions, seen } = this.#seen(slot);
    const pull = (seen === 'pca' && this.session?.pulling.of(slot)) || null;
    const drawn = (positions?.length ?? 0) / 2;
    const total = slot.model?.info.vocabulary ?? 0;
    const capped = drawn > 0 && drawn < total;
    return html`
      <section class="panel map" aria-labelledby="map-title">
        <div class="panel-head">
          <h2 id="map-title">${glossed(this.#title(slot, seen))}</h2>
          ${this.#views(slot)}
          <div class="map-tools">
            <input
              dir="auto"
              id="map-search"
              type="search"
              list="vocabulary-list"
              aria-label=${t('map.search')}
              placeholder=${t('map.searchShort')}
              autocomplete="off"
              @change=${this.#search}
            />
          </div>
        </div>
        ${problem(this.view === 'umap' ? slot.umap?.error : null, 'map-problem')}
        <div class="map-box">
          <embedding-map
            .positions=${positions}
            .vocabulary=${slot.vocabulary}
            .groups=${this.groups}
            .groupNames=${this.groupNames}
            .named=${this.named}
            .selected=${this.selected}
            .neighbours=${this.neighbours}
            .asked=${this.asked}
            .analogy=${this.analogy}
            .pull=${pull}
            .view=${seen}
            .resting=${!slot.running}
            .subject=${`${slot.kind} ${slot.values.corpus ?? slot.key}`}
            .summary=${this.#summary(drawn)}
            @map-search=${() => this.search?.focus()}
          ></embedding-map>
          ${this.#zoomTools()}
        </div>
        ${pull?.moves.length ? pull.note() : nothing}
        <div class="map-foot">
          ${this.#legend()}
          ${
            capped
              ? html`<span class="note" id="map-capped"
                  >${t('map.capped', { count: whole(drawn), total: whole(total) })}</span
                >`
              : nothing
          }
          <map-table
            .positions=${positions}
            .vocabulary=${slot.vocabulary}
            .groups=${this.groups}
            .groupNames=${this.groupNames}
          ></map-table>
        </div>
      </section>
    `;
  }

  #zoomTools() {
    return html`<div class="zoom-tools">
      <button type="button" class="quiet square" id="zoom-in" aria-label=${t('map.zoomIn')}
        title=${t('map.zoomIn')} @click=${() => this.map?.zoomBy(1.5)}>${icon('plus')}</button>
      <button type="button" class="quiet square" id="zoom-out" aria-label=${t('map.zoomOut')}
        title=${t('map.zoomOut')} @click=${() => this.map?.zoomBy(1 / 1.5)}>${icon('minus')}</button>
      <button type="button" class="quiet square" id="zoom-all" aria-label=${t('map.zoomAll')}
        title=${t('map.zoomAll')} @click=${() => this.map?.zoomAll()}>${icon('all')}</button>
    </div>`;
  }

  /** The view that can be shown: PCA until the chosen one is ready. */
  #seen(/** @type {Slot} */ { umap, plane, projection }) {
    if (this.view === 'umap' && umap?.positions) return { positions: umap.positions, seen: 'umap' };
    if (this.view === 'analogy' && plane && this.analogy.length === 4) {
      return { positions: plane, seen: 'analogy' };
    }
    return { positions: projection?.positions ?? null, seen: 'pca' };
  }

  #title(/** @type {Slot} */ slot, /** @type {string} */ seen) {
    if (!slot.model) return t('map.none');
    if (!hasLearnt(slot)) return t(isTrained(slot) ? 'map.begun' : 'map.untrained');
    if (isCollapsed(slot)) return t('map.collapsed');
    if (seen === 'analogy') {
      const [a, b, c] = this.analogy;
      return t('map.plane', { a, b, c });
    }
    const view = t(`map.${seen}`);
    const dimensions = slot.model?.info.dimensions ?? slot.values.vectorSize ?? 32;
    return t('map.title', { dimensions, view });
  }

  #views(/** @type {Slot} */ { umap, report }) {
    const step = report?.step ?? 0;
    const status = umap?.running
      ? html`<button type="button" class="link" id="umap-cancel" title=${t('map.umapCancel')}
            aria-label=${t('map.umapCancel')} @click=${() => this.session?.umap.cancel()}>
            ${t('map.umapRunning', { percent: Math.round(100 * umap.progress) })} ${icon('close')}
          </button>`
      : this.view === 'umap' && umap?.step !== step
        ? html`<button type="button" class="link" id="umap-again"
            title=${umap?.positions ? t('map.umapStale') : ''}
            @click=${() => this.session && startUmap(this.session)}>${t(
              umap?.positions ? 'map.umapAgain' : 'map.umapCompute',
            )}</button>`
        : nothing;
    return html`<div class="views">
      ${choice({
        id: 'view',
        legend: t('map.view'),
        values: ['pca', 'analogy', 'umap'],
        current: this.view,
        label: (view) => t(`map.${view}`),
        choose: (view) => this.emit('set', { view }),
        look: 'row small',
      })}
      ${status}
    </div>`;
  }

  #legend() {
    if (!this.groupNames.length || !this.groups) return nothing;
    return html`<ul class="legend" aria-label=${t('map.groupsLegend')}>
      ${this.named ? nothing : html`<li>${t('map.clusters')}</li>`}
      ${this.groupNames.map((name, group) => {
        if (!name) return nothing; // a group that this corpus does not have
        const { colour, shape } = markOf(group);
        return html`<li>
          <svg viewBox="-1.5 -1.5 3 3" width="10" height="10" aria-hidden="true">
            <path d=${markPath(shape)} fill=${`var(--group-${colour + 1})`} />
          </svg>
          ${name}
        </li>`;
      })}
    </ul>`;
  }

  #summary(/** @type {number} */ count) {
    const values = {
      count: whole(count),
      groups: this.groupNames.filter(Boolean).length,
      word: this.selected,
    };
    return t(this.selected ? 'map.summary' : 'map.summaryNone', values);
  }

  #search(/** @type {Event} */ event) {
    const input = inputOf(event);
    const word = input.value.trim();
    if (!word || !this.map?.find(word)) return;
    this.emit('select-word', { word });
    input.value = '';
  }
}

define('map-panel', MapPanel);
