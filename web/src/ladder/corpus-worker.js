/** Writes a corpus away from the page's thread: thousands of sentences take a tenth of a second. */
import { generateLadder } from '../../corpora/polysemy.js';

self.onmessage = ({ data }) => self.postMessage(generateLadder(data));
