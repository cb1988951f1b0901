// @ts-nocheck: fakes and wrong values on purpose
import { describe, expect, it } from 'vitest';
import { Store } from '../../../web/src/lab/store.js';
import { FIELDS } from '../../../web/src/lab/table.js';
import { LadderStore } from '../../../web/src/ladder/store.js';
import { readFragment } from '../../../web/src/link/fragment.js';
import { withSum } from '../../../web/src/link/link-sum.js';
import { unpackText } from '../../../web/src/link/text-link.js';
import { SenseStore } from '../../../web/src/polysemy/store.js';
import { TransferStore } from '../../../web/src/transfer/store.js';
import { GOOD, mutations } from '../share/mutations.js';

const presets = ['relations-en', 'relations-zh'].map((id) => ({
  id,
  tokenizer: 'space',
  sentences: 'lines',
  defaults: { epochs: { elmo: 5 } },
}));

const pages = {
  lab: (place) => new Store({ presets, place }),
  ladder: (place) => new LadderStore({ place }),
  polysemy: (place) => new SenseStore({ place }),
  transfer: (place) => new TransferStore({ place }),
};

const links = mutations(GOOD, 10_000, 20_261_123);

/** The pages share their reading: the Lab, with the longest table, meets all of them. */
const counts = { lab: links.length, ladder: 2000, polysemy: 2000, transfer: 2000 };

describe.each(Object.entries(counts))('mutated links on the page %s: %i', (page, count) => {
  const open = (text) => {
    const place = { text, read: () => place.text, write: (fragment) => (place.text = fragment) };
    return { place, store: pages[page](place) };
  };

  it('never throw, leave no field without a value, and read back as they are written', () => {
    for (const link of links.slice(0, count)) {
      const { place, store } = open(link);
      for (const [name, value] of Object.entries(store.values)) {
        expect(value, `${name} of ${link}`).not.toBeUndefined();
      }
      expect(place.text, link).toMatch(/^(#v=1&[\w.~!*'()%,&=-]+)?$/); // nothing that is markup
      const again = open(withSum(place.text)).store;
      const expected = { ...store.values };
      // A reader's own lines do not fit into a link of that page.
      if (page === 'transfer' && expected.corpus === 'own') expected.corpus = 'en';
      expect(again.values, link).toEqual(expected);
      const wrong = again.notes.filter(({ kind }) => kind !== 'edition'); // that one stays true
      expect(wrong, link).toEqual([]);
    }
  }, 120_000);
});

it('texts of mutated links unpack or are refused', async () => {
  const packed = links.map((link) => readFragment(link, FIELDS).values.text).filter(Boolean);
  expect(packed.length).toBeGreaterThan(200);
  for (const text of packed) {
    const { bytes, problem } = await unpackText(text);
    expect(bytes instanceof Uint8Array || /^(BrokenLink|LinkTooLarge)$/.test(problem)).toBe(true);
  }
});
