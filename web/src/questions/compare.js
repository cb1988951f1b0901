import { language, t } from '../i18n/index.js';
import { measured } from '../tasks/measures.js';
import { trained } from '../tasks/runs.js';
import { loadTexts, pageTexts, textsReady } from '../ui/texts.js';

pageTexts(); // for errors

/**
 * Trains the runs of an answer and compares what it quotes with what comes out.
 * @param {import('./answers.js').Quote[]} quotes @param {(share: number) => void} onProgress
 * @returns {Promise<number>} how many differ
 */
export async function compare(quotes, onProgress) {
  if (!textsReady(language())) await loadTexts(language());
  const runs = [...new Set(quotes.map(({ run }) => run))];
  let different = 0;
  for (const [i, run] of runs.entries()) {
    const own = quotes.filter((quote) => quote.run === run);
    const model = await trained(own[0].link, {
      onProgress: (share) => onProgress((i + share) / runs.length),
    });
    try {
      for (const { element, measure, printed } of own) {
        const value = await measured(model, measure);
        const same = value === printed;
        element.className = same ? 'same' : 'differs';
        element.setAttribute('title', t('questions.measured', { value }));
        if (!same) element.textContent = `${printed} (${t('questions.measured', { value })})`;
        different += Number(!same);
      }
    } finally {
      await model.close();
    }
  }
  return different;
}
