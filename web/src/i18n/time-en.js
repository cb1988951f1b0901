/** Messages of the Lab's slider through a training. */
export const en = {
  'time.title': 'Through the training',
  'time.close': 'Close',
  'time.before':
    'Press Train: moments of the training are kept while it goes on. Afterwards you can drag through them.',
  'time.recording': 'Recording: {count} moments, {size}',
  'time.again':
    'This training was not recorded. Trained again with the same seed, it goes the same way, bit for bit.',
  'time.again.threads':
    'This training was not recorded. With several threads, a second training goes another way: what you would see is not this one. It is shown all the same.',
  'time.record': 'Train again and record',
  'time.record.in': 'Train again and record ({time})',
  'time.copying': 'A copy trains: {percent} %',
  'time.stop': 'Stop',
  'time.stale': 'The settings have changed since this training. Press Train: that one is recorded.',
  'time.differs':
    'The copy ended with other weights than this training: threads share their work differently each time.',
  'time.tooLarge':
    'Two moments of this model take more than {size}, so they are not kept. Type a step below: the model is trained up to it.',
  'time.slider': 'Moment of the training',
  'time.at': 'Step {step} of {steps} · epoch {epoch}',
  'time.end': 'The end: step {step}',
  'time.now': 'Back to the end',
  'time.play': 'Play the training',
  'time.pause': 'Pause',
  'time.exact': 'Step',
  'time.exact.help': 'Any step. A step between two moments is trained from the one before.',
  'time.hash': 'A training stopped here has the hash {hash}. The link of this page leads here.',
  'time.kept': '{count} moments, {size}',
  'time.film': 'Save as a film',
  'time.gif': 'GIF',
  'time.video': 'Video',
  'time.filming': 'The film is being made: {percent} %',
  'time.filmed': 'Saved: {name}',
  'time.film.step': 'step {step}',
};
