const ALL = 'Total accuracy'; // as gensim names the section of all

/**
 * The sections of an evaluation that had questions, without that of all.
 * @template {{name: string, total: number}} S
 * @param {{sections: S[]}} result
 */
export const askedSections = ({ sections }) =>
  sections.filter(({ name, total }) => name !== ALL && total > 0);
