/** A small text about a kingdom, for the command line. */
const lines = [
  'the king rules the land and the queen rules the land',
  'the man walks the dog and the woman walks the dog',
  'the king is a man and the queen is a woman',
];
export const corpus = `${Array(100).fill(lines.join('\n')).join('\n')}\n`;
