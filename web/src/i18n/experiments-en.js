/** Messages of the page of experiments; each experiment has its own file beside this one. */
export const en = {
  'experiments.title': 'Experiments',
  'experiments.lead':
    'A run here takes a second and gives the same bits everywhere. So some questions need no estimate: you can train again and look.',
  'experiments.loading': 'Opening the experiment …',
  'experiments.unknown': 'There is no experiment called “{id}” here. These are all of them:',
  'experiments.text.long':
    '{lines} lines, {size}. The field shows only the beginning, to stay quick; all of it is used.',
  'experiments.text.clear': 'Remove',
  'experiments.text.tooLong':
    'Your text is too long for a link: keep the file, and send it along with the link.',
  'experiments.text.BrokenLink':
    'The text in this link is damaged or incomplete. Copy the whole link.',
  'experiments.text.LinkTooLarge': 'The text in this link is too large to be unpacked.',
  'experiments.sentences': 'Which sentences?',
  'experiments.sentences.question': 'Which sentences did it?',
  'experiments.sentences.lead':
    'Take a neighbour or an analogy, strike sentences from the text, train again, and see whether it holds.',
  'experiments.texts': 'Two texts',
  'experiments.texts.question': 'Which words changed between two texts?',
  'experiments.texts.lead':
    'Train on two texts alike, turn one map onto the other, and see which words moved, in how many of the runs, and in which sentences.',
  'experiments.guess': 'Be the model',
  'experiments.guess.question': 'Do you guess better than the models?',
  'experiments.guess.lead':
    'Guess the next word of sentences that nobody was trained on, and place words on an empty map. Then see what the models did.',
};
