import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { define, given, LabElement } from '../ui/base.js';
import { lesson, lessonPart, lessonTries } from '../ui/lesson.js';

const PARTS = ['static', 'elmo', 'layers', 'score'];
const TRIES = ['1', '2', '3', '4'];

/** The lesson in words, below the stage. */
export class SenseLesson extends LabElement {
  static properties = given('lab');

  constructor() {
    super();
    /** Where the Lab shows this word's neighbours. */
    this.lab = '';
  }

  render() {
    const toLab = html`<p><a href=${this.lab}>${t('sense.lesson.lab')}</a></p>`;
    return lesson(t('sense.lesson.title'), [
      ...PARTS.map((part) =>
        lessonPart(`sense.lesson.${part}`, part === 'static' ? toLab : nothing),
      ),
      lessonTries(
        t('sense.lesson.try.title'),
        TRIES.map((n) => `sense.lesson.try.${n}`),
      ),
    ]);
  }
}

define('sense-lesson', SenseLesson);
