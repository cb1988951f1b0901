import { html, nothing, svg } from 'lit';
import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { growth, multiplications, OBJECTIVES } from './costs.js';
import { exactChance } from './figures.js';
import { treePicture } from './objective-pictures.js';
import { rich } from './rich.js';
import { fitted, widthOf } from './text-width.js';

/**
 * @typedef {import('./objective-facts.js').Facts} Facts
 * @typedef {import('./objective-facts.js').Card} Card
 */

const SIZE = { w: 320, h: 72 };
const LOW = 26; // the vocabulary as a bar: its top
const BAR = 26;

/**
 * The same pair of words under the three training objectives: what each touches, and what it costs.
 * Event: `set` {objective}.
 */
export class ObjectiveCards extends LabElement {
  static properties = given('facts chosen seed');

  constructor() {
    super();
    /** @type {Facts | null} */
    this.facts = null;
    /** The objective of the settings; '': it cannot be chosen. */
    this.chosen = '';
    this.seed = 1;
  }

  render() {
    const { facts, chosen, seed } = this;
    if (!facts) return nothing;
    const { input, target, running } = facts;
    const pair = t(input ? 'inside.cards.pair' : 'inside.cards.pairMean', { input, target });
    const anew = chosen && chosen !== running;
    return html`<section class="objectives" aria-labelledby="objectives-title">
      <fieldset>
        <legend>
          <span id="objectives-title">${t('objective.title')}</span>
          <span class="note">${t('inside.cards.lead', { pair })}</span>
          ${chosen ? html`<span class="note">${t('inside.cards.anew', { seed })}</span>` : nothing}
        </legend>
        <div class="objective-cards">${facts.cards.map((card) => this.#card(card, facts))}</div>
      </fieldset>
      <p class="note" id="objective-stale" role="status">${
        anew
          ? t('inside.cards.stale', {
              running: t(`objective.${running}`),
              chosen: t(`objective.${chosen}`),
              seed,
            })
          : nothing
      }</p>
      ${grown(facts)}
    </section>`;
  }

  /** @param {Card} card @param {Facts} facts */
  #card({ objective, rows, cost, share, chance }, facts) {
    const { chosen } = this;
    const { running, target, V, D, K } = facts;
    const isRunning = objective === running;
    const name = t(`objective.${objective}`);
    const id = `objective-card-${objective}`;
    const said = { rows: whole(rows), V: whole(V), D, K, target, cost: whole(cost) };
    return html`<div class=${`objective-card ${isRunning ? 'running' : ''}`} id=${id}>
      <div class="objective-head">
        ${
          chosen
            ? html`<label
                ><input
                  type="radio"
                  name="objective-card"
                  value=${objective}
                  .checked=${objective === chosen}
                  aria-describedby=${`${id}-facts`}
                  @change=${() => this.emit('set', { objective })}
                />${name}</label
              >`
            : html`<strong>${name}</strong>`
        }
        <span class="touched">${t(`inside.cards.rows.${objective}`, said)}</span>
      </div>
      ${picture(objective, facts)}
      <div id=${`${id}-facts`}>
        <p class="note">${t(`inside.cards.does.${objective}`, said)}</p>
        <p class="bar" aria-hidden="true"><span style=${`width: ${Math.min(1, share) * 100}%`}></span></p>
        <p class="cost">
          <span>${t('inside.cards.cost', said)}</span><span class="note">${shareText(share)}</span>
        </p>
        <p class="cost">
          ${
            chance === null
              ? html`<span class="note">${t('inside.cards.train', { target })}</span>`
              : html`<span>${rich(t('inside.cards.running', { said: t(`inside.cards.chance.${objective}`, { target, chance: exactChance(chance) }) }))}</span>`
          }
        </p>
      </div>
    </div>`;
  }
}

/** Of the full softmax. @param {number} share */
function shareText(share) {
  if (share === 1) return t('inside.cards.all');
  if (share <= 2 / 3) return t('inside.cards.part', { part: whole(1 / share) });
  return t('inside.cards.percent', { percent: whole(100 * share) });
}

/** @param {string} objective @param {Facts} facts */
function picture(objective, facts) {
  const box = `-4 -5 ${SIZE.w + 8} ${SIZE.h + 10}`;
  return html`<svg class="objective-picture" viewBox=${box} aria-hidden="true">
    ${
      objective === 'softmax'
        ? svg`<rect class="lit" x="0" y=${LOW} width=${SIZE.w} height=${BAR}></rect>${rules(facts.V)}`
        : objective === 'negative-sampling'
          ? lines(facts)
          : branches(facts)
    }
  </svg>`;
}

/** One line between two words, as far as they can be told apart. @param {number} V */
function rules(V) {
  const many = Math.min(V, SIZE.w / 2.5);
  const d = Array.from(
    { length: Math.max(0, Math.ceil(many) - 1) },
    (_, i) => `M${(((i + 1) * SIZE.w) / many).toFixed(1)} ${LOW}v${BAR}`,
  );
  return svg`<path class="rules" d=${d.join('')}></path>`;
}

/** @param {Facts} facts */
function lines({ V, targetId, noise, target }) {
  const at = (/** @type {number} */ id) => ((id + 0.5) / V) * SIZE.w;
  const x = at(targetId);
  return svg`<rect class="vocabulary" x="0" y=${LOW} width=${SIZE.w} height=${BAR}></rect>
    ${noise.map((id) => svg`<path class="line" d=${`M${at(id).toFixed(1)} ${LOW - 8}v${BAR + 8}`}></path>`)}
    <path class="line" d=${`M${x.toFixed(1)} ${LOW - 24}v${BAR + 24}`}></path>
    ${label(target, x, LOW - 13)}`;
}

/** @param {Facts} facts */
function branches({ tree, targetId, target }) {
  const { others, path, dots, end } = treePicture(tree, targetId, SIZE);
  return svg`<path class="branches" d=${others}></path><path class="line" d=${path}></path>
    ${dots.map(([x, y]) => svg`<circle class="lit" cx=${x} cy=${y} r="2.6"></circle>`)}
    ${label(target, end[0], end[1])}`;
}

/** A word beside its place. @param {string} word @param {number} x @param {number} y */
function label(word, x, y) {
  const text = fitted(word, SIZE.w / 3, 12);
  const right = x + 8 + widthOf(text, 12) < SIZE.w;
  return svg`<text class="target" x=${right ? x + 6 : x - 6} y=${y + 3} text-anchor=${right ? 'start' : 'end'}>${text}</text>`;
}

/** How the costs grow with the vocabulary. @param {Facts} facts */
function grown({ D, K }) {
  return html`<table class="objective-growth">
    <caption>${t('inside.cards.growth', { D, K })}</caption>
    <thead>
      <tr>
        <th scope="col">${t('inside.cards.words')}</th>
        ${OBJECTIVES.map((one) => html`<th scope="col">${t(`objective.${one}`)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${growth(K).map(
        ({ V, rows }) => html`<tr>
          <th scope="row">${whole(V)}</th>
          ${OBJECTIVES.map(
            (one) => html`<td>
              ${whole(multiplications(rows[one], D))}
              ${one === 'softmax' ? nothing : html`<small>${shareText(rows[one] / V)}</small>`}
            </td>`,
          )}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

define('objective-cards', ObjectiveCards);
