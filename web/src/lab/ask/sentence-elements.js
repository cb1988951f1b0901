/** The elements of the questions on sentences. Skip-gram shows none of them. */
import './ask-blank.js';
import './ask-generate.js';
import './ask-next.js';
import './ask-sentence.js';
