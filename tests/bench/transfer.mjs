// The results of transfer: accuracy by number of labels and way of training, on digits and on
// reviews in both languages.
import { preformer } from './command.mjs';

/** @param {{say: (what: string, round: number) => void}} run */
export function benchTransfer({ say }) {
  const tasks = [
    ['--task', 'digits'],
    ...['en', 'zh'].map((language) => ['--task', 'reviews', '--language', language]),
  ];
  return tasks.map((task) => {
    say(task.filter((word) => !word.startsWith('--')).join(', '), 0);
    return preformer('exact', 'transfer', ...task, '--seeds', '5');
  });
}
