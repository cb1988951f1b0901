/** Cuts text into words outside the main thread. */
import { cutWords } from './segmenter.js';

self.onmessage = ({ data }) => {
  const { bytes, sentences, language } = data;
  try {
    const whole = cutWords(bytes, { sentences, language }, (progress) =>
      self.postMessage({ progress }),
    );
    self.postMessage({ bytes: whole }, { transfer: [whole.buffer] });
  } catch (error) {
    self.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
};
