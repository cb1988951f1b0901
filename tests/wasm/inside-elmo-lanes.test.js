/** The lanes of an ELMo, and a second sentence with the same word, built from real traces. */
import { describe, expect, it } from 'vitest';
import { besideLanes, cellBeside, likeness, othersWith } from '../../web/src/inside/elmo-beside.js';
import { cellStory } from '../../web/src/inside/elmo-cell.js';
import { columnOf, READERS, readElmo, slotOf, stepOf } from '../../web/src/inside/elmo-net.js';
import { pictureOf } from '../../web/src/inside/pictures.js';
import { look, netOf, opened, shapes, shownBy, trained } from './inside-elmo.js';

describe('the lanes', () => {
  it('name three likeliest words of each guess, and the true one', async () => {
    const shown = shownBy(await opened(await trained({}, 300)));
    const net = netOf(shown);
    const sentence = [...shown.trace.sentence];
    for (const reader of READERS) {
      const { guessed, targets, p } = net[reader];
      guessed.forEach((ids, slot) => {
        const column = columnOf(reader, slot);
        const true_ = net.columns[reader === 'f' ? column + 1 : column - 1];
        expect(targets[slot]).toBe(true_);
        expect(ids).toContain(true_);
        const chances = p.subarray(slot * net.words.length, (slot + 1) * net.words.length);
        expect(chances[ids[0]]).toBe(Math.max(...chances));
      });
    }
    expect(net.columns.slice(1, -1)).toEqual(sentence);
    const { scene } = pictureOf('elmo', shown, { ...look, stop: 5 });
    const { p, targets } = net.f;
    const last = p[3 * net.words.length + targets[3]];
    expect(scene.sentence).toContain(last.toFixed(3).slice(0, 4));
    expect(scene.sentence).toContain(shown.trace.loss.toFixed(2));
  });

  it('show no result before its stop', async () => {
    const shown = shownBy(await opened(await trained({})));
    const known = (/** @type {number} */ stop) =>
      pictureOf('elmo', shown, { ...look, stop })
        .scene.blocks.filter(({ values }) => values.length)
        .map(({ id }) => id);
    expect(known(1)).toEqual([]);
    expect(known(2)).toEqual(['tokens']);
    expect(known(3)).toContain('b2-cell');
    expect(known(3)).not.toContain('f-guess');
    expect(known(4)).toContain('b-guess');
    expect(known(6)).toContain('f1-gates');
    const place = { block: 'f1-cell', row: 0, col: 3 };
    expect(pictureOf('elmo', shown, { ...look, stop: 2 }).cell?.(place, 320)).toBeNull();
    expect(pictureOf('elmo', shown, { ...look, stop: 3 }).cell?.(place, 320)).not.toBeNull();
  });

  it('draw one word, a repeated word, a long sentence, and numbers that are none', async () => {
    const model = await trained({});
    for (const words of ['king', 'king king king', Array(40).fill('king').join(' ')]) {
      const shown = shownBy(await opened(model, { typed: words }));
      const { scene, entry } = pictureOf('elmo', shown, look);
      expect(scene.sentence).not.toMatch(/NaN|undefined/);
      // A word that comes twice has one row in Q, which is blamed for both.
      const once = words === 'king';
      expect(entry({ block: 'tokens', row: 0, col: 32 }) !== null).toBe(once);
    }
    const shown = shownBy(await opened(model));
    for (const { values } of [...shown.trace.forward, ...shown.trace.backward]) {
      values.fill(Number.NaN);
    }
    const picture = pictureOf('elmo', shown, look);
    expect(picture.cell?.({ block: 'f2-cell', row: 0, col: 0 }, 320)?.numbers.result).toBe('NaN');
    await expect(opened(model, { typed: 'king zzz' })).rejects.toMatchObject({ words: ['zzz'] });
  });

  it('the nudge lowers the loss, and says so', async () => {
    const { trace } = shownBy(await opened(await trained({}, 300)));
    expect(trace.lossAfter).toBeLessThan(trace.loss);
  });
});

describe('a second sentence with the same word', () => {
  const beside = 'the queen found a crown in her palace';

  it.each(shapes)(
    '%s: each reader differs only by the words that it has read',
    async (_, options) => {
      const shown = shownBy(
        await opened(await trained(options), {
          typed: 'king found his crown',
          beside: 'queen found his crown',
        }),
      );
      const second = shown.beside;
      if (!second?.trace) throw new Error('not followed');
      const rows = likeness(shown.trace, 3, second.trace, second.position);
      const net = netOf(shown);
      expect(rows).toHaveLength(net.layers + 1);
      expect(rows[0].both).toBeCloseTo(1, 6);
      for (const { layer, f, b, both } of rows.slice(1)) {
        expect(b, `layer ${layer}`).toBeCloseTo(1, 6); // nothing differs after the word
        expect(f).toBeLessThan(0.999999);
        expect(both).toBeLessThan(1);
      }
    },
  );

  it('shows both memories as the core has them, the word in one column', async () => {
    const shown = shownBy(await opened(await trained({}), { beside }));
    const { trace, position } = shown.beside ?? {};
    if (!trace) throw new Error('not followed');
    const net = netOf(shown);
    const other = readElmo(trace, shown.weights, {
      words: shown.words,
      position: position ?? 0,
      alpha: 1,
    });
    for (const reader of READERS) {
      const { lanes, shift } = besideLanes(net, other, { reader, layer: 2, width: 900 });
      const [first, second] = lanes.map(({ words }) => words.find(({ common }) => common));
      expect([first?.text, second?.text]).toEqual(['crown', 'crown']);
      expect(first?.x).toBe(second?.x);
      const long = reader === 'f' ? 'forward' : 'backward';
      const core = trace.forward.find(({ name }) => name === `${long}.lstm2.cell`);
      const step = stepOf(other, reader, slotOf(other, reader, other.column));
      const column = net.column + shift;
      for (const cell of [0, 7])
        expect(lanes[1].block.values[column * net.C + cell]).toBe(
          core?.values[step * net.C + cell],
        );
      // Pressed in the second sentence, a cell is opened at the word of the first.
      const place = cellBeside(
        net,
        { reader, layer: 2, shift },
        { block: 'beside-second', row: 0, col: 5 },
      );
      expect(place).toEqual({
        block: `${reader}2-cell`,
        row: 0,
        col: slotOf(net, reader, net.column) * net.C + 5,
      });
      const story = cellStory(net, place, { blamed: false, width: 320, other });
      expect(story?.other?.[slotOf(net, reader, net.column)]).toBe(core?.values[step * net.C + 5]);
    }
  });

  it.each([
    ['king found zzz crown', 'unknown', ['zzz']],
    ['king found his throne', 'elmo.beside.lacks', ['crown']],
  ])('says what is wrong with “%s”', async (text, reason, words) => {
    const shown = shownBy(await opened(await trained({}), { beside: text }));
    expect(shown.beside?.trace).toBe(null);
    expect(shown.beside?.fault).toMatchObject({ reason, words });
  });

  it('offers sentences of the text with the word', async () => {
    const { others } = shownBy(await opened(await trained({}), {}));
    expect(others.length).toBeGreaterThan(0);
    for (const text of others) expect(text.split(' ')).toContain('crown');
  });
});

it('offers the most different sentences first, and no sentence twice', () => {
  const sentences = ['a b c', 'a b d', 'a x y', 'a b c', 'u v w', 'a p q'].map((text) =>
    text.split(' '),
  );
  expect(othersWith(sentences, 'a', ['a', 'b', 'c'], 2)).toEqual(['a x y', 'a p q']);
  expect(othersWith(sentences, 'z', ['a'], 2)).toEqual([]);
});
