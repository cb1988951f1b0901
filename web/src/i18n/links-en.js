/** Messages about links on all pages, in English. */
export const en = {
  'answer.term': 'Shown in Questions',
  'answer.help': 'What can I do?',
  'header.share': 'Share',
  'part.again': 'Try again',
  'part.reload': 'Reload the page',
  'part.alone': 'Open the page by itself',
  'header.copyLong':
    'Link copied. It has {count} characters: some chats and mail programs cut links so long.',
  'status.differs.words': 'The words differ: the text was cut differently, or is another.',
  'status.differs.rules':
    'The words differ: the link is from before the rules for cutting texts changed.',
  'status.differs.build': 'This build’s last bits depend on the machine.',
  'status.differs.program': 'The words are the same: another version of the program trained them.',
  'error.LinkTooLarge':
    'The text in the link unpacks to more than a link may carry. The example corpus is used.',
};
