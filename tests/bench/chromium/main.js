// A page that trains the image network through the public API; train.mjs calls `trainDigits`.
import { loadDigits, pickDigits } from '../../../web/corpora/digits.js';
import { trainImages } from '../../../web/src/api/index.js';

window.trainDigits = async (options) => {
  const digits = await loadDigits();
  const examples = pickDigits(digits, digits.splits.pretrain);
  const model = await trainImages({ examples, ...options });
  const { examplesPerSecond } = await model.report();
  const { accuracy } = await model.evaluate(pickDigits(digits, digits.splits.heldoutA));
  await model.close();
  return { imagesPerSecond: examplesPerSecond, accuracy };
};
