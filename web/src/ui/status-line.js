import { html, nothing } from 'lit';
import { shortHash } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { define, given, LabElement, own } from './base.js';
import { glossed } from './gloss.js';

/** Shows the build, the hash of the weights, and whether it equals the hash in the link. */
export class StatusLine extends LabElement {
  static properties = {
    ...given('build lacks repeats threads hash expected verdict reason running'),
    ...given('failed'),
    ...own('copied'),
  };

  constructor() {
    super();
    this.build = '';
    /** What the requested build requires and this environment lacks; empty if the build runs. */
    this.lacks = '';
    this.threads = 1;
    /** Whether an equal run would give equal weights. */
    this.repeats = true;
    this.hash = '';
    this.expected = '';
    /** @type {'' | 'reproduced' | 'differs'} */
    this.verdict = '';
    /** What differed, if the page can determine it. @type {'' | 'words' | 'rules' | 'build' | 'program'} */
    this.reason = '';
    this.running = false;
    this.failed = false;
    this.copied = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  async #copy() {
    await navigator.clipboard?.writeText(this.hash).catch(() => {});
    this.copied = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.copied = false;
    }, 1500);
  }

  render() {
    const { build, hash } = this;
    return html`
      <p class="status" id="status">
        <span class=${`lamp ${build ? 'on' : ''}`} aria-hidden="true"></span>
        ${
          build
            ? html`<span id="build-now">${glossed(this.#now())}</span> ·
                <span id="build-promise">${glossed(t(this.#promise()))}</span>`
            : t(this.failed ? 'status.stopped' : 'status.starting')
        }
        ${this.running ? html` · <span>${t('status.training')}</span>` : nothing}
        ${
          hash
            ? html` ·
                <button
                  type="button"
                  class="hash"
                  id="hash"
                  data-hash=${hash}
                  title=${t('status.hash', { hash })}
                  aria-label=${t('status.hash', { hash })}
                  @click=${this.#copy}
                >
                  ${this.copied ? t('status.copied') : shortHash(hash)}
                </button>`
            : nothing
        }
        ${this.#verdict()}
      </p>
    `;
  }

  /** The build, and why it is not the requested one. */
  #now() {
    const now = t(`status.${this.build}`, { threads: String(this.threads) });
    return this.lacks ? t('status.instead', { now, why: t(`status.lacks.${this.lacks}`) }) : now;
  }

  #promise() {
    if (!this.repeats) return 'status.notReproducible';
    return this.build === 'exact' ? 'status.same' : 'status.mayDiffer';
  }

  #verdict() {
    if (!this.expected) return nothing;
    const short = shortHash(this.expected);
    if (this.verdict === 'reproduced') {
      return html` · <strong class="good" id="verdict">${t('status.reproduced')}</strong>`;
    }
    if (this.verdict === 'differs') {
      return html` ·
        <strong class="warning" id="verdict">${t('status.differs', { hash: short })}</strong>${
          this.reason
            ? html` <span id="verdict-reason">${t(`status.differs.${this.reason}`)}</span>`
            : nothing
        }`;
    }
    return html` · <span id="verdict">${t('status.expects', { hash: short })}</span>`;
  }
}

define('status-line', StatusLine);
