/** The live model of a step: the page that its link opens, as a demo. */
import '../embed/elements.js';
import { partnerIn } from '../embed/partner.js';
import { t } from '../i18n/index.js';
import { namesIn } from '../link/link-fields.js';
import { pairsOf } from '../link/pairs.js';
import { withFields } from './session.js';

/**
 * @typedef {import('../embed/demo-element.js').DemoElement} DemoElement
 * @typedef {import('./session.js').LessonSession} LessonSession
 */

/** @type {Record<string, string>} */
export const TAGS = {
  lab: 'preformer-demo',
  polysemy: 'preformer-polysemy',
  transfer: 'preformer-transfer',
};

/**
 * Opens a demo and tells when a training of it is over, once for each.
 * @param {DemoElement} demo
 * @param {(run: import('../tasks/runs.js').Run, about: {link: string, hash: string}) => Promise<void>} trained
 */
export async function watchDemo(demo, trained) {
  let known = '';
  let busy = false;
  const look = async () => {
    const { running } = demo;
    if (!running || busy) return;
    const { running: training, finished, hash = '', tries, working } = running.status();
    // On the transfer page, what is asked are the Bs: the reader's, and the control that is trained after it.
    const over = finished && !training && !working && hash !== '' && tries !== 0;
    if (!over) {
      known = '';
      return;
    }
    const [link, run] = [running.run(), running.asked()];
    const key = `${hash} ${tries}`;
    if (!link || !run || key === known) return;
    known = key;
    busy = true;
    await trained(run, { link, hash });
    busy = false;
    void look();
  };
  await demo.open();
  demo.running?.session.addEventListener('change', () => void look());
  await look();
}

/** The demo of the open step. @param {LessonSession} session */
export function demoOf(session) {
  const demo = /** @type {DemoElement} */ (document.createElement(TAGS[session.page]));
  const link = withSettings(session);
  // The latest attempt's settings are those that the reader left.
  const latest = session.done.attempts.at(-1)?.link;
  demo.setAttribute('link', latest ? withWords(latest, link) : link + session.broughtText);
  demo.setAttribute('heading', t('lesson.stage'));
  demo.setAttribute('banner', 'off');
  demo.lang = document.documentElement.lang;
  return demo;
}

/**
 * The step's link. A goal is reached by other settings, so the Lab shows them without being asked; a
 * link that opens another part opens that.
 * @param {LessonSession} session
 */
function withSettings(session) {
  const link = session.linkOf();
  const said = new Map(pairsOf(link.slice(link.indexOf('#'))));
  const hidden = namesIn(said.get('hide') ?? '');
  const shows =
    !said.has('open') && !['controls', 'parameters'].some((one) => hidden.includes(one));
  return session.page === 'lab' && session.step.goal && shows
    ? withFields(link, '&open=parameters')
    : link;
}

/**
 * An attempt's link with what the step's link shows, hides and locks.
 * @param {string} attempt @param {string} link
 */
function withWords(attempt, link) {
  const had = new Set(
    attempt
      .split('#')[1]
      ?.split('&')
      .map((field) => field.split('=')[0]),
  );
  const more = (link.split('#')[1] ?? '')
    .split('&')
    .filter((field) => field && !had.has(field.split('=')[0]));
  return [attempt, ...more].join('&');
}

/**
 * Tells the page around a lesson whether its goal is reached: by an event of the document, and from a
 * frame by a message to the origin that its address names.
 * @param {LessonSession} session
 */
export function tellGoal({ grade, digest, progress }) {
  if (!grade) return;
  const { reached, values } = grade;
  const detail = { lesson: digest, step: progress.step + 1, reached, values };
  document.dispatchEvent(new CustomEvent('preformer-goal', { detail }));
  const origin = partnerIn(window.location.search, window.parent !== window);
  if (origin) window.parent.postMessage({ preformer: 'goal', ...detail }, origin);
}
