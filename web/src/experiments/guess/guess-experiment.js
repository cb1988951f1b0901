import { html, nothing } from 'lit';
import { workerAddresses } from '../../api/workers.js';
import { comma, plain } from '../../i18n/format.js';
import { en } from '../../i18n/guess-en.js';
import { zh } from '../../i18n/guess-zh.js';
import { addMessages, counted, language, t } from '../../i18n/index.js';
import { define, given, LabElement, own } from '../../ui/base.js';
import { problem } from '../../ui/parts.js';
import { openedOf, perplexity, refused } from './game.js';
import './guess.css';
import './place-words.js';
import { GuessSession, PLAYERS } from './session.js';

addMessages({ en, zh });

const READ = 12; // sentences to read before
const ENOUGH = 10;
const SURE = 20;

/** Guess the next word against the models. */
export class GuessExperiment extends LabElement {
  static properties = { ...given('fields'), ...own('version misses said over') };

  constructor() {
    super();
    /** What the address says. @type {Map<string, string>} */
    this.fields = new Map();
    /** @type {GuessSession | null} */
    this.session = null;
    this.version = 0;
    /** Wrong guesses of this word. @type {string[]} */
    this.misses = [];
    this.said = '';
    /** Whether the word is known now. */
    this.over = false;
    this.changed = () => {
      this.version += 1;
    };
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    void this.session?.close();
    this.session = null;
  }

  async #begin() {
    const draw = Number(this.fields.get('draw') ?? 1);
    const lanes = await workerAddresses();
    // The page's own worker is for the words that are placed by hand.
    const others = lanes.length > 1 ? lanes.slice(1) : lanes;
    const session = new GuessSession({
      language: language(),
      draw: Number.isInteger(draw) && draw >= 0 && draw < 2 ** 32 ? draw : 1,
      workers: others,
    });
    this.session = session;
    session.addEventListener('change', this.changed);
    await session.start();
  }

  /** The place and the word of this round; the round that is over stays until the reader goes on. */
  get #round() {
    const { session } = this;
    const place = this.over ? session?.rounds.at(-1)?.place : session?.place;
    return place
      ? { before: place.sentence.slice(0, place.at), word: place.sentence[place.at] }
      : null;
  }

  async #guess(/** @type {Event} */ event) {
    event.preventDefault();
    const { session } = this;
    const round = this.#round;
    const input = this.querySelector('input');
    const guess = (input?.value ?? '').trim().toLowerCase();
    if (!session || !round || !guess || this.over) return;
    const letters = openedOf(round.word, this.misses.length);
    const no = refused(guess, { word: round.word, misses: this.misses }, session.counts);
    if (no) {
      this.said = t(`guess.refused.${no}`, { guess, letters });
      return;
    }
    if (guess === round.word) return this.#end(true);
    this.misses = [...this.misses, guess];
    if (this.misses.length === session.attempts) return this.#end(false);
    this.said = t('guess.missed', { guess });
    if (input) input.value = openedOf(round.word, this.misses.length);
    input?.focus();
  }

  /** Whoever gives up missed all attempts that were left; they named no word there. */
  #giveUp() {
    const { session } = this;
    if (!session) return;
    const left = session.attempts - this.misses.length;
    this.misses = [...this.misses, ...Array(left).fill('')];
    void this.#end(false);
  }

  async #end(/** @type {boolean} */ found) {
    const round = this.#round;
    if (!round) return;
    this.over = true;
    this.said = t(found ? 'guess.found' : 'guess.lost', { word: round.word });
    await this.session?.end({ word: round.word, misses: this.misses, found });
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('#guess-again'))?.focus();
  }

  async #next() {
    Object.assign(this, { over: false, misses: [], said: '' });
    await this.updateComplete;
    this.querySelector('input')?.focus();
  }

  render() {
    const { session } = this;
    if (!session?.place) return html`<p class="note" role="status">${t('experiments.loading')}</p>`;
    return html`
      <section class="guess-game" aria-labelledby="guess-next">
        <h2 id="guess-next">${t('guess.next')}</h2>
        ${this.#reading(session)} ${this.#play(session)}
        <p class="guess-said" role="status" id="guess-said">${this.said}</p>
        ${problem(session.error, 'guess-problem')}
        ${this.#score(session)}
        <details class="more" id="guess-how">
          <summary>${t('guess.how')}</summary>
          <p class="note">${t('guess.how.text')}</p>
        </details>
      </section>
      <place-words .preset=${session.preset}></place-words>
    `;
  }

  /** @param {GuessSession} session */
  #reading({ sentences }) {
    const step = Math.max(1, Math.floor(sentences.length / READ));
    const some = sentences.filter((_, i) => i % step === 0).slice(0, READ);
    return html`<details class="more" id="guess-read">
      <summary>${t('guess.read')}</summary>
      <ul class="guess-sentences">
        ${some.map((words) => html`<li>${asText(words)}</li>`)}
      </ul>
    </details>`;
  }

  /** @param {GuessSession} session */
  #play(session) {
    const round = this.#round;
    if (!round) return nothing;
    const { over, misses } = this;
    const letters = openedOf(round.word, over ? [...round.word].length : misses.length);
    const boxes = [...letters, ...(over ? [] : ['', '…'])];
    const said = letters ? t('guess.letters', { letters }) : t('guess.letters.none');
    return html`<p class="guess-sentence" dir="auto">
        <span id="guess-before">${asText(round.before)}</span>
        <span class="letter-boxes" role="img" aria-label=${said}>${boxes.map(
          (letter) =>
            html`<span class=${letter === '…' ? 'more-letters' : 'letter-box'}>${letter}</span>`,
        )}</span>
      </p>
      ${
        over
          ? html`<p><button type="button" class="primary" id="guess-again" @click=${() => this.#next()}>${t('guess.again')}</button></p>`
          : html`<form class="guess-form" @submit=${this.#guess}>
              <label for="guess-word">${t('guess.word')}</label>
              <input id="guess-word" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="40" aria-describedby="guess-attempt guess-before" />
              <button type="submit" class="primary" id="guess-try">${t('guess.try')}</button>
              <button type="button" class="plain" id="guess-give-up" @click=${() => this.#giveUp()}>${t('guess.giveUp')}</button>
              <span class="note" id="guess-attempt">${t('guess.attempt', { attempt: misses.length + 1, attempts: session.attempts })}</span>
            </form>`
      }`;
  }

  /** @param {GuessSession} session */
  #score(session) {
    const { rounds, own } = session;
    const count = rounds.length;
    if (!count) return html`<p class="note" id="guess-score">${t('guess.score.none')}</p>`;
    const all = [
      { id: 'you', value: perplexity(own) },
      ...PLAYERS.map((id) => ({ id, value: session.perplexityOf(id) })),
    ];
    const known = all.filter(({ value }) => Number.isFinite(value));
    const most = Math.max(...known.map(({ value }) => Math.log(value)), 1);
    const order = [...known].sort((a, b) => a.value - b.value).map(({ id }) => t(`guess.${id}`));
    const beaten = rounds.flatMap(({ word, p }, i) =>
      PLAYERS.every((id) => (p[id] ?? 1) < own[i]) ? [word] : [],
    );
    return html`<div id="guess-score">
      <h3>${counted('guess.score', count, { count })}</h3>
      <ol class="guess-bars">
        ${all.map(
          ({ id, value }) => html`<li data-player=${id}>
            <span>${t(`guess.${id}`)}</span>
            <span class="guess-bar" aria-hidden="true"><span style=${`width: ${Number.isFinite(value) ? (100 * Math.log(value)) / most : 0}%`}></span></span>
            <span class="number">${Number.isFinite(value) ? short(value) : t('guess.training', { percent: Math.floor(100 * (session.progress[id] ?? 0)) })}</span>
          </li>`,
        )}
      </ol>
      <p id="guess-verdict">${count < ENOUGH ? '' : t('guess.verdict', { count, order: order.join(comma()) })} ${count < SURE ? t('guess.few') : ''}</p>
      ${beaten.length ? html`<p id="guess-beaten">${t('guess.beaten', { words: beaten.join(comma()) })}</p>` : nothing}
      ${this.#rounds(session)}
    </div>`;
  }

  /** @param {GuessSession} session */
  #rounds({ rounds, own }) {
    const cell = (/** @type {number | undefined} */ p, /** @type {boolean} */ best) =>
      html`<td class=${best ? 'best' : ''}>${p === undefined ? '–' : t('guess.chance', { percent: plain(Number((100 * p).toPrecision(2))) })}</td>`;
    return html`<details class="more" id="guess-rounds">
      <summary>${t('guess.rounds')}</summary>
      <div class="guess-table" tabindex="0" role="region" aria-label=${t('guess.rounds')}>
        <table>
          <thead>
            <tr><th scope="col">${t('guess.round')}</th><th scope="col">${t('guess.you')}</th>${PLAYERS.map((id) => html`<th scope="col">${t(`guess.${id}`)}</th>`)}</tr>
          </thead>
          <tbody>
            ${rounds.map(({ word, p }, i) => {
              const most = Math.max(own[i], ...PLAYERS.map((id) => p[id] ?? 0));
              return html`<tr><th scope="row">${word}</th>${cell(own[i], own[i] === most)}${PLAYERS.map((id) => cell(p[id], p[id] === most))}</tr>`;
            })}
          </tbody>
        </table>
      </div>
    </details>`;
  }
}

/** Chinese is written without spaces. @param {string[]} words */
const asText = (words) => words.join(/^\p{Script=Han}/u.test(words[0] ?? '') ? '' : ' ');

/** @param {number} value */
const short = (value) => plain(Number(value.toPrecision(value < 100 ? 3 : 2)));

define('guess-experiment', GuessExperiment);
