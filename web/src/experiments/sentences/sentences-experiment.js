/** Which sentences did it? Strike, edit, train again, put back. */
import { html, nothing } from 'lit';
import { comma, whole } from '../../i18n/format.js';
import { addMessages, language, t } from '../../i18n/index.js';
import { en } from '../../i18n/sentences-en.js';
import { zh } from '../../i18n/sentences-zh.js';
import { adopt } from '../../share/adopt.js';
import { define, given, LabElement } from '../../ui/base.js';
import { filesOf } from '../../ui/inputs.js';
import { problem } from '../../ui/parts.js';
import { textBox } from '../text-box.js';
import { AddressTexts } from '../text-in-address.js';
import { textNotes } from '../text-notes.js';
import { askedFields, askedOf } from './asked-fields.js';
import { EXAMPLE_WORDS } from './example.js';
import { answerLine, trialPart, triedTable } from './results.js';
import { sentenceList } from './sentence-list.js';
import css from './sentences.css?inline';
import { SEEDS, SentencesSession } from './session.js';

addMessages({ en, zh });

export class SentencesExperiment extends LabElement {
  static properties = given('fields');

  constructor() {
    super();
    /** What the address says. @type {Map<string, string>} */
    this.fields = new Map();
    this.session = new SentencesSession();
    this.session.addEventListener('change', () => this.requestUpdate());
    /** The sentence that is being rewritten; −1 for none. */
    this.editing = -1;
    /** What stands in the field for the reader's text. */
    this.draft = '';
    this.ownTexts = new AddressTexts(['text']);
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.session.close();
  }

  async #begin() {
    const { fields } = this;
    const texts = await this.ownTexts.read(fields);
    if (this.fields === fields) await this.session.begin(texts?.[0] ?? '');
    if (this.fields !== fields) return; // another address was opened meanwhile
    const asked = askedOf(fields);
    if (asked) this.session.ask(asked);
  }

  /** @param {import('./asked.js').Asked} asked */
  #ask(asked) {
    this.editing = -1;
    this.session.ask(asked);
    this.#write();
  }

  /** Writes the address. The text is the last field, so that a cut link loses nothing else. */
  #write() {
    const { asked } = this.session;
    const words = asked.kind === 'blank' ? asked.words.join(' ') : asked.words.join(',');
    const answer = asked.kind === 'blank' ? asked.answer : '';
    this.emit('fields', { kind: asked.kind, words, answer, ...this.ownTexts.fields });
  }

  /** Takes another text. @param {Promise<void>} reading */
  async #take(reading) {
    await reading;
    const { text } = this.session;
    if (!(await this.ownTexts.pack([text])) || text !== this.session.text) return; // replaced meanwhile
    this.#write();
    this.requestUpdate();
  }

  firstUpdated() {
    adopt(this, css);
  }

  /** Another address in this tab asks another question. @param {import('lit').PropertyValues} changed */
  updated(changed) {
    super.updated(changed);
    if (!changed.get('fields')) return; // the first is read by #begin()
    if (this.ownTexts.differ(this.fields)) return void this.#begin();
    const asked = askedOf(this.fields);
    if (asked && JSON.stringify(asked) !== JSON.stringify(this.session.asked)) {
      this.session.ask(asked);
    }
  }

  render() {
    const { session } = this;
    const { phase, missing, error, base } = session;
    const busy = phase !== 'rest';
    const ready = !busy && session.sentences.length > 0 && missing.length === 0;
    return html`
      ${this.#examples()}
      ${askedFields(session.asked, (asked) => this.#ask(asked))}
      ${this.#text()}
      ${textNotes(this.ownTexts)}
      ${this.#scope()}
      ${
        missing.length
          ? html`<p class="problem" role="alert" id="sentences-missing">
              ${t('sentences.missing', { words: missing.filter(Boolean).join(comma()) })}
            </p>`
          : nothing
      }
      <p class="sentences-buttons">
        <button
          type="button"
          class="primary"
          id="sentences-try"
          ?disabled=${!ready}
          @click=${() => void session.tryAll()}
        >
          ${t('sentences.try')}
        </button>
        <span class="note">${this.#cost()}</span>
      </p>
      ${busy ? this.#progress() : nothing}
      ${problem(error, 'sentences-problem')}
      <div role="status" id="sentences-answer">${base ? answerLine(session) : nothing}</div>
      ${session.tried.length ? triedTable(session, (group) => this.#strike(group)) : nothing}
      ${sentenceList(session, {
        editing: this.editing,
        edit: (i) => {
          this.editing = i;
          this.requestUpdate();
        },
      })}
      ${trialPart(session)}
    `;
  }

  /** @param {number[]} group */
  #strike(group) {
    this.session.strike(group, true);
    void this.session.trySelf();
  }

  #examples() {
    const { planted, diffuse, blank } = EXAMPLE_WORDS[language()];
    if (!this.session.isExample) return nothing;
    const words = blank.split(' ');
    /** @type {[string, import('./asked.js').Asked][]} */
    const examples = [
      [
        t('sentences.examplePair', { a: planted[0], b: planted[1] }),
        { kind: 'pair', words: planted },
      ],
      [
        t('sentences.examplePair', { a: diffuse[0], b: diffuse[1] }),
        { kind: 'pair', words: diffuse },
      ],
      [blank, { kind: 'blank', words, answer: EXAMPLE_WORDS[language()].answer }],
    ];
    return html`<p class="sentences-examples">
      <span>${t('sentences.examples')}</span>
      ${examples.map(
        ([name, asked]) => html`<button
          type="button"
          class="plain"
          aria-pressed=${JSON.stringify(asked) === JSON.stringify(this.session.asked) ? 'true' : 'false'}
          @click=${() => this.#ask(asked)}
        >
          ${name}
        </button>`,
      )}
    </p>`;
  }

  #text() {
    return html`<details class="sentences-text">
      <summary>${t('sentences.own')}</summary>
      <label class="note" for="sentences-text">${t('sentences.ownNote')}</label>
      ${textBox({
        id: 'sentences-text',
        text: this.draft,
        rows: 6,
        change: (text) => {
          this.draft = text;
          this.requestUpdate();
        },
      })}
      <p class="sentences-buttons">
        <button
          type="button"
          class="plain"
          id="sentences-use"
          ?disabled=${!this.draft.trim()}
          @click=${() => void this.#take(this.session.read(this.draft))}
        >
          ${t('sentences.use')}
        </button>
        <label class="plain button" for="sentences-file">${t('sentences.file')}</label>
        <input
          type="file"
          id="sentences-file"
          class="visually-hidden"
          accept=".txt,text/plain"
          @change=${(/** @type {Event} */ event) => {
            const [file] = filesOf(event);
            if (file) void this.#take(this.session.readFile(file));
          }}
        />
        <button
          type="button"
          class="plain"
          ?hidden=${this.session.isExample}
          @click=${() => void this.#take(this.session.begin(''))}
        >
          ${t('sentences.useExample')}
        </button>
      </p>
    </details>`;
  }

  /** What the experiment works on. */
  #scope() {
    const { of, sentences } = this.session;
    const values = { count: whole(sentences.length), of: whole(of) };
    return html`<p class="note" id="sentences-scope">
      ${sentences.length === of ? t('sentences.scopeAll', values) : t('sentences.scopeSome', values)}
    </p>`;
  }

  #cost() {
    const { perSecond } = this.session;
    const values = { seeds: whole(SEEDS.length), speed: whole(perSecond) };
    return Number.isFinite(perSecond) ? t('sentences.speed', values) : t('sentences.cost', values);
  }

  #progress() {
    const { done, of, perSecond } = this.session.progress;
    const left = (of - done) / perSecond;
    return html`<div class="sentences-progress">
      <progress max="1" .value=${of ? done / of : 0} aria-labelledby="sentences-done"></progress>
      <p class="note" id="sentences-done">
        ${of ? t('sentences.done', { done: whole(done), of: whole(of), speed: whole(perSecond) }) : t('sentences.starting')}
        ${of && Number.isFinite(left) ? t('sentences.left', { seconds: whole(Math.ceil(left)) }) : nothing}
      </p>
      <button type="button" class="plain" id="sentences-cancel" @click=${() => this.session.cancel()}>
        ${t('sentences.cancel')}
      </button>
    </div>`;
  }
}

define('sentences-experiment', SentencesExperiment);
