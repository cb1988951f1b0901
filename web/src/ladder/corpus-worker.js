/**
 * Generates a corpus outside the main thread, because thousands of sentences take a tenth of a
 * second.
 */
import { generateLadder } from '../../corpora/polysemy.js';

self.onmessage = ({ data }) => self.postMessage(generateLadder(data));
