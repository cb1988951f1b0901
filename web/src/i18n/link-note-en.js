/** Notes about an opened link in English. */
export const en = {
  'link.note.version':
    'This link comes from another version of Preformer. What this version knows of it is used.',
  'link.note.changed':
    'This link is incomplete, or was changed after it was copied: you may see something else than its sender.',
  'link.note.long': 'This link is longer than {max} characters. Only its beginning was read.',
  'link.note.refused': 'Left out, because they make no sense here: {keys}.',
  'link.note.clamped': 'Out of range, hence set to the nearest limit: {keys}.',
  'link.note.noText':
    'This link speaks of a text that it does not carry. The example corpus is used.',
  'link.note.badText':
    'The text in this link is damaged, or longer than {max} characters. The example corpus is used.',
  'link.note.noCorpus': 'There is no corpus named ‘{value}’ here. The example corpus is used.',
  'link.note.edition':
    'This link was made with the first edition of the example sentences. It is used here, so that the results are those of the link.',
  'link.close': 'Put this note away',
  'link.hides': 'This link hides parts of the page.',
  'link.locks': 'This link locks some of the controls.',
  'link.both': 'This link hides parts of the page and locks some of the controls.',
  'link.showAll': 'Show and unlock all',
  'link.unlockAll': 'Unlock all',
};
