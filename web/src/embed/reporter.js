/** @typedef {import('../i18n/errors.js').Fault} Fault */

/**
 * Reports what happens in a demo to the surrounding page, by events that leave the demo's shadow
 * tree.
 */
export class Reporter {
  #finished = false;
  /** The last fault, as text: pages make a new object of the same fault. */
  #error = '';
  #place = '';
  /** By question, as text: what was told of it. @type {Map<string, string>} */
  #answers = new Map();

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  /** @param {'progress' | 'trained' | 'answer' | 'error' | 'link' | 'place'} name @param {object} detail */
  say(name, detail) {
    const options = { detail, bubbles: true, composed: true };
    this.element.dispatchEvent(new CustomEvent(`preformer-${name}`, options));
  }

  /** @param {Fault} error */
  failed(error) {
    const { code = 'EngineFailure', message = String(error) } = error ?? {};
    const now = `${code} ${message}`;
    if (now === this.#error) return;
    this.#error = now;
    this.say('error', { code, message });
  }

  /** What the reader sees at first is no event. @param {object | undefined} place */
  #moved(place) {
    const now = JSON.stringify(place) ?? '';
    if (place && this.#place && now !== this.#place) this.say('place', place);
    this.#place = now;
  }

  /**
   * Tells each answer once it is there; those of a training in progress change all the time.
   * @param {Record<string, object | null> | undefined} answers
   */
  #answered(answers) {
    for (const [question, answer] of Object.entries(answers ?? {})) {
      const now = JSON.stringify(answer);
      if (!answer || now === this.#answers.get(question)) continue;
      this.#answers.set(question, now);
      this.say('answer', { question, ...JSON.parse(now) });
    }
  }

  /** Called when the demo has changed. @param {import('./demos/types.js').Running | null} demo */
  look(demo) {
    if (!demo) return;
    const { running, finished, progress, loss, hash, error, place, report, answers } =
      demo.status();
    if (running) this.say('progress', { progress, loss });
    if (error) this.failed(error);
    else this.#error = '';
    // The hash is known a moment after the end of training.
    const done = finished && !running && hash !== undefined;
    if (done && !this.#finished) this.say('trained', { hash, report: report ?? null });
    this.#finished = done;
    if (!running) this.#answered(answers);
    this.#moved(place);
  }
}
