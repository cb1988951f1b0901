/** Messages of the page of questions; its answers are in its HTML (web/questions). */
export const en = {
  'questions.found': '{count} of {total} questions',
  'questions.found.one': '{count} of {total} questions',
  'questions.none': 'No question found',
  'questions.check': 'Check the numbers here',
  'questions.checkOf': 'Check the numbers here: {question}',
  'questions.training': 'Training …',
  'questions.failed': 'It could not be trained here. {message}',
  'questions.same': 'Trained here in {seconds} s: all {count} come out as printed.',
  'questions.same.one': 'Trained here in {seconds} s: it comes out as printed.',
  'questions.differs': 'Trained here in {seconds} s: {count} of {total} differ. They are marked.',
  'questions.measured': 'measured {value}',
};
