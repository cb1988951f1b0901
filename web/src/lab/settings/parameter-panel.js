import { html, nothing } from 'lit';
import { has, t } from '../../i18n/index.js';
import { initialOf, sameValue } from '../../link/field.js';
import { define, given, LabElement, unset } from '../../ui/base.js';
import { choice } from '../../ui/choice.js';
import { applies, isLanguageModel } from '../model-fields.js';
import { field } from '../table.js';
import './filters-field.js';
import { layoutOf, namesOf } from './parameter-layout.js';
import '../../ui/range-field.js';
import { seedField } from '../../ui/seed-field.js';
import './switch-field.js';
import { glossed } from '../../ui/gloss.js';

/** Choices that have an explanation per value. */
const EXPLAINED = ['objective', 'optimiser', 'schedule', 'build', 'draws'];

/** Model, objective and parameters. Event: `set` {field: value}. */
export class ParameterPanel extends LabElement {
  static properties = given('values context errors brought');

  constructor() {
    super();
    /** @type {import('../table.js').Values & Record<string, unknown>} */
    this.values = unset();
    /** @type {import('../model-fields.js').Context} */
    this.context = { model: 'skip-gram' };
    /** @type {Record<string, import('../../i18n/errors.js').Fault>} */
    this.errors = {};
    /** Whether the corpus has its own held-out text. */
    this.brought = false;
  }

  render() {
    if (!this.values) return nothing;
    const { model } = this.values;
    const { main, more } = layoutOf(model);
    const names = namesOf(model);
    const differs = names.some(
      (name) => !sameValue(this.values[name], initialOf(field(name), this.context)),
    );
    return html`
      <section class="panel-section" aria-labelledby="model-title">
        <h2 id="model-title">${t(`story.${model}`)}</h2>
        <p class="note">${glossed(t(`model.${model}`))}</p>
        ${main.map((/** @type {string} */ name) => this.#field(name))}
        <details class="more" id="more-parameters">
          <summary>${t('parameters.more')}</summary>
          ${Object.entries(more).map(([group, inGroup]) => this.#group(group, inGroup))}
        </details>
        <button
          type="button"
          class="link"
          id="parameter-defaults"
          ?hidden=${!differs}
          @click=${() => this.emit('set', Object.fromEntries(names.map((n) => [n, undefined])))}
        >
          ${t('parameter.reset')}
        </button>
      </section>
    `;
  }

  #group(/** @type {string} */ group, /** @type {string[]} */ names) {
    return html`
      ${group ? html`<h3 class="group-title">${t(`parameters.${group}`)}</h3>` : nothing}
      ${names.map((name) => this.#field(name))}
    `;
  }

  #field(/** @type {string} */ name) {
    const row = field(name);
    const value = this.values[name];
    const error = this.errors[name] ?? null;
    if (!applies(row, this.values)) return nothing;
    if (name === 'seed') return this.#seed();
    if (name === 'heldout' && this.brought) {
      return html`<p class="note" id="heldout-note">${t('parameter.heldout.brought')}</p>`;
    }
    if (row.options) return this.#choice(name, row.options);
    if (row.switch) {
      return html`<switch-field .name=${name} .value=${value} .error=${error}></switch-field>`;
    }
    if (name === 'charFilters') {
      return html`<filters-field .row=${row} .value=${value} .error=${error}></filters-field>`;
    }
    const { model } = this.values;
    const own = `parameter.${name}.help.${model}`;
    const shared = `parameter.${name}.help.language`;
    const help = has(own) ? own : isLanguageModel(model) && has(shared) ? shared : '';
    return html`<range-field
      .row=${row}
      .value=${value}
      .initial=${initialOf(row, this.context)}
      .error=${error}
      .help=${help}
    ></range-field>`;
  }

  #choice(/** @type {string} */ name, /** @type {string[]} */ values) {
    const current = String(this.values[name]);
    const isObjective = name === 'objective';
    const key = isObjective ? 'objective' : `parameter.${name}`;
    const help = t(EXPLAINED.includes(name) ? `${key}.${current}.help` : `${key}.help`);
    return choice({
      id: name,
      legend: t(isObjective ? 'objective.title' : key),
      values,
      current,
      label: (value) => t(`${key}.${value}`),
      choose: (value) => this.emit('set', { [name]: value }),
      look: isObjective ? 'stacked' : name === 'build' ? 'row' : 'row below',
      // The note names the objective, whose term explains itself there.
      help: isObjective ? t('objective.chosen', { name: t(`${key}.${current}`), help }) : help,
      helpClass: isObjective ? 'note' : 'help',
    });
  }

  #seed() {
    /** @type {Parameters<typeof seedField>[0]} */
    const state = { get: () => this.values.seed, set: (values) => this.emit('set', values) };
    return html`<div class="field seed">
      ${seedField(state, field('seed').parse)}
    </div>`;
  }
}

define('parameter-panel', ParameterPanel);
