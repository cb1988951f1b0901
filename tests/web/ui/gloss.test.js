import { render } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../../web/src/i18n/index.js';
import { glossed, named } from '../../../web/src/ui/gloss.js';

afterEach(() => {
  setLanguage('en');
  document.body.replaceChildren();
});

/** @param {unknown} template */
async function mount(template) {
  const place = document.createElement('p');
  document.body.append(place);
  render(template, place);
  await Promise.all([...place.querySelectorAll('gloss-term')].map((one) => one.updateComplete));
  return place;
}

/** What the browser does when the button of a term is pressed. @param {Element} place */
function press(place, newState = 'open') {
  const span = place.querySelector('[popover]');
  for (const name of ['beforetoggle', 'toggle']) {
    span?.dispatchEvent(Object.assign(new Event(name), { newState }));
  }
  return span;
}

describe('terms in a text', () => {
  it('leave the text as it was, and its punctuation with them', async () => {
    const text = 'Alike (cosine, the mean off): losses, in nats.';
    const place = await mount(glossed(text));
    expect(place.textContent).toBe(text);
    const terms = [...place.querySelectorAll('button')].map((button) => button.textContent);
    expect(terms).toEqual(['cosine', 'losses', 'nats']);
    const kept = [...place.querySelectorAll('.unbroken')].map((span) => span.textContent);
    expect(kept).toEqual(['(cosine,', 'losses,', 'nats.']);
  });

  it('explain themselves in the language of the page, and only when asked', async () => {
    const place = await mount(glossed('nats'));
    const span = press(place);
    await vi.waitFor(() => expect(span?.textContent).toMatch(/coin toss/));
    setLanguage('zh');
    await vi.waitFor(() => expect(span?.textContent).toMatch(/抛硬币/));
    const link = () => span?.querySelector('answer-link a');
    expect(link()?.getAttribute('href')).toBe('./questions.zh.html#loss');
    press(place, 'closed');
    await vi.waitFor(() => expect(span?.textContent).toBe(''));
  });
});

describe('the name of a control', () => {
  it('explains it to all readers, with a further line', async () => {
    const place = await mount(named('window', 'Window', 'How far context reaches.', 'Default: 5'));
    expect(place.querySelector('#window-help')?.textContent).toBe(
      'How far context reaches. Default: 5',
    );
    const span = press(place);
    await vi.waitFor(() => expect(span?.textContent).toBe('How far context reaches.Default: 5'));
  });
});
