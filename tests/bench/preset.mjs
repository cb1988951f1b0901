// The page's options for a corpus, as arguments of the command line.
import { presets } from '../../web/corpora/index.js';

const FLAGS = {
  vectorSize: '--size',
  window: '--window',
  negative: '--negative',
  sample: '--sample',
  minCount: '--min-count',
  alpha: '--alpha',
  epochs: '--epochs',
};

export function presetOptions(language, model) {
  const preset = presets.find((p) => p.id === `relations-${language}`);
  return Object.entries(FLAGS).flatMap(([name, flag]) => {
    const given = preset.defaults[name];
    const value = typeof given === 'object' ? given[model] : given; // some differ by model
    return value === undefined ? [] : [flag, String(value)];
  });
}

export function analogyText(analogies) {
  const sections = new Map();
  for (const { section, a, b, c, d } of analogies) {
    sections.set(section, [...(sections.get(section) ?? []), `${a} ${b} ${c} ${d}`]);
  }
  return [...sections].map(([name, lines]) => `: ${name}\n${lines.join('\n')}\n`).join('');
}
