/** What came of the trainings, in words and tables. */
import { html, nothing } from 'lit';
import { errorText } from '../../i18n/errors.js';
import { comma, percent, similarity, whole } from '../../i18n/format.js';
import { t } from '../../i18n/index.js';
import { meanAndSpread } from '../../plots/statistics.js';
import { download } from '../../ui/parts.js';
import { modelFor } from './experiment.js';
import { moveMap } from './move-map.js';
import { SEEDS } from './session.js';
import { optionsFor } from './trainings.js';
import { carrying } from './verdict.js';

/**
 * @typedef {import('./session.js').SentencesSession} Session
 * @typedef {import('./experiment.js').Tried} Tried
 */

/** +0.12, −0.05, 0.00 @param {number} x */
const signed = (x) => (x >= 0.005 ? `+${similarity(x)}` : similarity(x));
const quoted = (/** @type {string[]} */ words) => words.join(comma());

/** @param {Session} session */
export function answerLine({ asked, base, tried, sentences }) {
  if (!base) return nothing;
  const { mean, spread } = meanAndSpread(base.values);
  const found = carrying(tried, {
    whole: base.values,
    logarithm: asked.kind === 'blank',
    sentences: sentences.length,
  });
  const values = {
    words: quoted(asked.words),
    seeds: whole(SEEDS.length),
    sentences: whole(sentences.length),
    mean: asked.kind === 'blank' ? percent(Math.exp(mean)) : similarity(mean),
    spread: similarity(spread),
    answer: asked.kind === 'blank' ? asked.answer : '',
  };
  return html`<p class="sentences-answer">${t(`sentences.value.${asked.kind}`, values)}</p>
    ${tried.length ? html`<p class="sentences-verdict">${verdict(found)}</p>` : nothing}`;
}

/** @param {Tried[]} found groups that carry the answer */
function verdict(found) {
  const [least] = found;
  if (!least) return t('sentences.diffuse');
  const numbers = quoted(least.sentences.map((i) => whole(i + 1)));
  const count = whole(least.sentences.length);
  return t(least.sentences.length === 1 ? 'sentences.carriedOne' : 'sentences.carried', {
    numbers,
    count,
  });
}

/** @param {Session} session @param {(group: number[]) => void} strike */
export function triedTable({ tried, sentences }, strike) {
  return html`<p class="note">${t('sentences.triedNote')}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('sentences.tried')}>
    <table class="tried">
      <thead>
        <tr>
          <th scope="col">${t('sentences.without')}</th>
          <th scope="col">${t('sentences.influence')}</th>
          <th scope="col">${t('sentences.effect')}</th>
          <th scope="col">${t('sentences.luck')}</th>
          <th scope="col">${t('sentences.verdict')}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${tried.map(
          (one) => html`<tr data-verdict=${one.verdict} data-sentences=${one.sentences.join(' ')}>
            <th scope="row">${nameOf(one, sentences)}</th>
            <td>${similarity(one.influence)}</td>
            <td>${one.verdict === 'gone' ? '–' : signed(-one.effect)}</td>
            <td>± ${similarity(one.spread)}</td>
            <td>${one.fault ? errorText(one.fault) : t(`sentences.verdict.${one.verdict}`)}</td>
            <td>
              <button type="button" class="link" @click=${() => strike(one.sentences)}>
                ${t('sentences.show')}
              </button>
            </td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** @param {Tried} tried @param {string[][]} sentences */
function nameOf({ kind, sentences: group }, sentences) {
  const [first] = group;
  const text = sentences[first].join(' ');
  if (kind === 'one') return html`<span dir="auto">${whole(first + 1)}. ${text}</span>`;
  return html`${t(`sentences.group.${kind}`, { count: whole(group.length) })}
    <span class="note">${quoted(group.slice(0, 12).map((i) => whole(i + 1)))}${group.length > 12 ? ' …' : ''}</span>`;
}

/** @param {Session} session */
export function trialPart(session) {
  const { trial, asked, editedText } = session;
  if (!trial) return nothing;
  const { verdict, effect, spread, fault, maps, hashes, key } = trial;
  const model = modelFor(asked);
  const { vectorSize, epochs } = optionsFor(model);
  const command = `preformer train --corpus text.txt --model ${model} --size ${vectorSize} --epochs ${epochs} --draws keyed --seed ${SEEDS[0]} --expect-hash ${hashes[0]}`;
  return html`<section class="trial" aria-labelledby="trial-title">
    <h2 id="trial-title">${t('sentences.trial')}</h2>
    ${key === editedText ? nothing : html`<p class="note">${t('sentences.before')}</p>`}
    <p id="trial-verdict" role="status">
      ${
        fault
          ? html`<span class="problem">${t('sentences.cannot')} ${errorText(fault)}</span>`
          : verdict === 'gone'
            ? t('sentences.trialGone')
            : t(`sentences.trial.${verdict}`, {
                effect: signed(-effect),
                spread: similarity(spread),
              })
      }
    </p>
    ${maps ? moveMap(maps) : nothing}
    ${
      fault
        ? nothing
        : html`<details class="again">
            <summary>${t('sentences.again')}</summary>
            <p class="note">${t('sentences.againNote')}</p>
            <pre><code>${command}</code></pre>
            <button
              type="button"
              class="plain"
              id="sentences-save"
              @click=${() => download('text.txt', new Blob([key], { type: 'text/plain' }))}
            >
              ${t('sentences.save')}
            </button>
          </details>`
    }
  </section>`;
}
