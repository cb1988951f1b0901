// The results of all parts as one Markdown page.

import { imageSection, transferSection } from './tables/images.mjs';
import { kernelsSection } from './tables/kernels.mjs';
import { languageSection, toySection } from './tables/learnt.mjs';
import { enduranceSection, growthSection } from './tables/memory.mjs';
import { insideSection, messagesSection, pageSection } from './tables/page.mjs';
import { modelsSection, processorSection, realSection, wordsSection } from './tables/speed.mjs';

/** In the order of the page. @type {Record<string, (found: any) => string>} */
const sections = {
  kernels: kernelsSection,
  words: wordsSection,
  processor: processorSection,
  real: realSection,
  models: modelsSection,
  images: imageSection,
  toy: toySection,
  language: languageSection,
  transfer: transferSection,
  growth: growthSection,
  endurance: enduranceSection,
  page: pageSection,
  messages: messagesSection,
  inside: insideSection,
};

const where = (machine) =>
  [
    `${machine.processor}, ${machine.cores} cores`,
    ...['node', 'compiler', 'chromium'].map((name) =>
      name === 'node' ? `Node ${machine.node}` : machine[name],
    ),
    `gensim ${machine.gensim}`,
    `fastText ${machine.fasttext}`,
    `PyTorch ${machine.torch}`,
    `their linear algebra by ${machine.blas ?? 'an unnamed library'}`,
    `TensorFlow.js ${machine.tfjs}`,
  ].join('; ');

/** @param {Record<string, {date: string, machine: object, found: any}>} results by part */
export function markdown(results) {
  const measured = Object.keys(sections).filter((name) => name in results);
  const places = new Set(measured.map((name) => where(results[name].machine)));
  const one = (name) => {
    const { date, machine, found } = results[name];
    const place = places.size > 1 ? ` on ${where(machine)}` : '';
    return `${sections[name](found)}\nMeasured ${date}${place}: \`./build.sh bench --only ${name}\`.\n`;
  };
  const all = places.size === 1 ? `\nMeasured on ${[...places][0]}.\n` : '';
  return `# Benchmarks

\`./build.sh bench --write\` renews this page; with \`--only PART\` it measures one part. Speeds depend on the
machine, so compare the ratios.
${all}
${measured.map(one).join('\n')}`;
}
