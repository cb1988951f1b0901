// @ts-nocheck: properties of elements are set at will
import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../../web/src/lab/lab-lesson.js';
import '../../../web/src/ui/model-row.js';
import { setLanguage } from '../../../web/src/i18n/index.js';
import { field } from '../../../web/src/lab/table.js';

const MODELS = field('model').options;
const pages = ['ladder', 'polysemy', 'transfer'].map((id) => ({ id, href: `./${id}.html` }));

async function lessonOf(model) {
  const element = Object.assign(document.createElement('lab-lesson'), { model, pages });
  document.body.append(element);
  await element.updateComplete;
  return element;
}

afterEach(() => {
  document.body.replaceChildren();
  setLanguage('en');
});

describe('lab-lesson', () => {
  it.each(MODELS.flatMap((model) => ['en', 'zh'].map((language) => [model, language])))(
    '%s has one, %s',
    async (model, language) => {
      setLanguage(language);
      const element = await lessonOf(model);
      expect(element.querySelectorAll('h3')).toHaveLength(4);
      expect(element.querySelectorAll('.tries li').length).toBeGreaterThanOrEqual(2);
      expect(element.textContent).not.toMatch(/lesson\./); // no message is missing
    },
  );

  it('leads from model to model, and from the last to the pages beyond', async () => {
    const way = [];
    for (let model = MODELS[0]; model; ) {
      way.push(model);
      document.body.replaceChildren();
      const element = await lessonOf(model);
      const set = vi.fn();
      element.addEventListener('set', ({ detail }) => set(detail.model));
      element.querySelector('#lesson-next')?.click();
      model = set.mock.lastCall?.[0];
    }
    expect(way).toEqual(MODELS);
    const last = document.body.lastElementChild;
    const links = [...last.querySelectorAll('.lesson-ways a')].map((a) => a.getAttribute('href'));
    expect(links).toEqual(['./polysemy.html', './transfer.html']);
  });

  it('leads into the chapters of the Story, in the page’s language', async () => {
    const hrefs = (element) =>
      [...element.querySelectorAll('.lesson-chapters a')].map((a) => a.getAttribute('href'));
    expect(hrefs(await lessonOf('nnlm'))).toEqual([
      './story-guess.html',
      './story-by-product.html',
    ]);
    setLanguage('zh');
    expect(hrefs(await lessonOf('cbow'))).toEqual(['./story-blank.zh.html']);
  });

  it('vectors of a file have none', async () => {
    const element = await lessonOf('loaded');
    expect(element.textContent.trim()).toBe('');
  });
});
