import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { lesson, lessonPart, lessonTries } from '../ui/lesson.js';

const PARTS = ['static', 'elmo', 'layers', 'score'];
const TRIES = ['1', '2', '3', '4'];

/**
 * The lesson as text below the stage.
 * @param {string} lab link to the word's neighbours in the Lab
 */
export function senseLesson(lab) {
  const toLab = html`<p><a href=${lab}>${t('sense.lesson.lab')}</a></p>`;
  return lesson(t('sense.lesson.title'), [
    ...PARTS.map((part) => lessonPart(`sense.lesson.${part}`, part === 'static' ? toLab : nothing)),
    lessonTries(
      t('sense.lesson.try.title'),
      TRIES.map((n) => `sense.lesson.try.${n}`),
    ),
  ]);
}
