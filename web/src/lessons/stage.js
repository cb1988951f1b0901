/** The live model of a step: the page that its link opens, as a demo. */
import '../embed/elements.js';

/** @typedef {import('../embed/demo-element.js').DemoElement} DemoElement */

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
