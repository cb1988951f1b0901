import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { field, initialOf } from '../state/table.js';
import { define, LabElement } from './base.js';
import { icon } from './parts.js';
import './range-field.js';

const OBJECTIVES = ['negative-sampling', 'hierarchical-softmax', 'softmax'];
const MAIN = ['vectorSize', 'window', 'negative', 'alpha', 'epochs'];
const MORE = ['minCount', 'sample', 'nsExponent', 'minAlpha'];
const TRAINED = [...MAIN, ...MORE, 'objective', 'seed', 'build'];
const MAX_SEED = 9999; // a rolled seed stays short enough to say aloud

/** Model, objective and parameters. Event: `set` {field: value}. */
export class ParameterPanel extends LabElement {
  static properties = {
    values: { attribute: false },
    context: { attribute: false },
    errors: { attribute: false },
    changed: { type: Boolean, attribute: false },
  };

  constructor() {
    super();
    /** @type {Record<string, any>} */
    this.values = {};
    /** @type {import('../state/table.js').Context} */
    this.context = { model: 'skip-gram' };
    /** @type {Record<string, any>} */
    this.errors = {};
  }

  render() {
    const { model, objective } = this.values;
    const isOneHot = model === 'one-hot';
    const applies = (/** @type {string} */ name) =>
      (name !== 'negative' && name !== 'nsExponent') || objective === 'negative-sampling';
    const more = isOneHot ? ['minCount'] : MORE.filter(applies);
    const differs = TRAINED.some(
      (name) => this.values[name] !== initialOf(field(name), this.context),
    );
    return html`
      <section class="panel-section" aria-labelledby="model-title">
        <h2 id="model-title">${t(`story.${model}`)}</h2>
        <p class="note">${t(`model.${model}`)}</p>
        ${isOneHot ? nothing : this.#objectives(objective)}
        ${isOneHot ? nothing : MAIN.filter(applies).map((name) => this.#range(name))}
        ${isOneHot ? nothing : this.#seed()}
        <details class="more" id="more-parameters">
          <summary>${t('parameters.more')}</summary>
          ${more.map((name) => this.#range(name))} ${this.#build()}
        </details>
        <button
          type="button"
          class="link"
          id="parameter-defaults"
          ?hidden=${!differs}
          @click=${() => this.emit('set', Object.fromEntries(TRAINED.map((n) => [n, undefined])))}
        >
          ${t('parameter.reset')}
        </button>
      </section>
    `;
  }

  #range(/** @type {string} */ name) {
    return html`<range-field
      .row=${field(name)}
      .value=${this.values[name]}
      .initial=${initialOf(field(name), this.context)}
      .error=${this.errors[name] ?? null}
    ></range-field>`;
  }

  #objectives(/** @type {string} */ current) {
    return html`
      <fieldset class="choice stacked" id="objective">
        <legend>${t('objective.title')}</legend>
        ${OBJECTIVES.map(
          (objective) => html`<label class=${objective === current ? 'chosen' : ''}>
            <input
              type="radio"
              name="objective"
              value=${objective}
              .checked=${objective === current}
              aria-describedby="objective-help"
              @change=${() => this.emit('set', { objective })}
            />
            ${t(`objective.${objective}`)}
          </label>`,
        )}
        <p class="note" id="objective-help">${t(`objective.${current}.help`)}</p>
      </fieldset>
    `;
  }

  #seed() {
    const roll = () => this.emit('set', { seed: 1 + Math.floor(Math.random() * MAX_SEED) });
    const type = (/** @type {Event} */ event) => {
      const input = /** @type {HTMLInputElement} */ (event.target);
      const seed = field('seed').parse(input.value.trim());
      if (seed !== undefined) this.emit('set', { seed });
      input.value = String(seed ?? this.values.seed);
    };
    return html`
      <div class="field seed">
        <label for="seed">${t('parameter.seed')}</label>
        <input
          class="value"
          id="seed"
          inputmode="numeric"
          autocomplete="off"
          .value=${String(this.values.seed)}
          aria-describedby="seed-help"
          @change=${type}
        />
        <button
          type="button"
          class="quiet square"
          id="seed-roll"
          aria-label=${t('parameter.seed.roll')}
          title=${t('parameter.seed.roll')}
          @click=${roll}
        >
          ${icon('again')}
        </button>
        <p class="help" id="seed-help">${t('parameter.seed.help')}</p>
      </div>
    `;
  }

  #build() {
    const { build } = this.values;
    return html`
      <fieldset class="choice row" id="build">
        <legend>${t('parameter.build')}</legend>
        ${['exact', 'fast'].map(
          (value) => html`<label class=${value === build ? 'chosen' : ''}>
            <input
              type="radio"
              name="build"
              value=${value}
              .checked=${value === build}
              aria-describedby="build-help"
              @change=${() => this.emit('set', { build: value })}
            />
            ${t(`parameter.build.${value}`)}
          </label>`,
        )}
        <p class="help" id="build-help">${t('parameter.build.help')}</p>
      </fieldset>
    `;
  }
}

define('parameter-panel', ParameterPanel);
