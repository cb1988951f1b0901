/** How a demo looks in the page around it, and what stands in its place before it is loaded. */
import { poster } from './poster.js';
import { isDarkAround, languageAround, spokenBy } from './surroundings.js';
import { say } from './words.js';

/** @typedef {import('./demo-element.js').DemoElement} DemoElement */

/** Takes language, theme and size from the page around it, its attributes and its link. @param {DemoElement} demo */
export function adapt(demo) {
  const { frame } = demo;
  if (!frame || !demo.isConnected) return;
  const { language, theme } = demo.wanted;
  const chosen = spokenBy(demo.lang) ?? spokenBy(language) ?? languageAround(demo);
  const spoken = chosen ?? spokenBy(navigator.language) ?? 'en';
  const fixed = demo.read('theme') === 'auto' ? theme : demo.read('theme');
  const dark = fixed === 'auto' ? isDarkAround(demo) : fixed === 'dark';
  const shade = dark ? 'dark' : 'light';
  const changed = spoken !== demo.spoken || frame.dataset.theme !== shade;
  demo.spoken = spoken;
  frame.dataset.theme = shade;
  frame.dataset.banner = demo.read('banner');
  frame.dataset.size = demo.read('size');
  frame.style.setProperty('--rem', getComputedStyle(demo).fontSize || '16px');
  frame.lang = spoken === 'zh' ? 'zh-Hans' : 'en';
  const title = demo.read('heading') || say(spoken, `${demo.kind.demo}.title`);
  frame.setAttribute('aria-label', say(spoken, 'region', { title }));
  showPoster(demo);
  showFoot(demo);
  if (changed) demo.running?.repaint();
}

/** What is there before the demo is loaded. @param {DemoElement} demo */
export function showPoster(demo) {
  const { body, shadowRoot } = demo;
  if (demo.stage === 'shown' || !body) return;
  const held = body.contains(shadowRoot?.activeElement ?? null);
  body.replaceChildren(
    poster({
      demo: demo.kind.demo,
      language: demo.spoken,
      image: demo.read('poster'),
      title: demo.read('heading'),
      state: demo.stage,
      message: demo.message,
      begin: () => demo.begin(),
    }),
  );
  if (held) body.querySelector('button')?.focus();
}

/** @param {DemoElement} demo */
function showFoot(demo) {
  const page = demo.read('page');
  const { foot } = demo;
  if (!foot) return;
  foot.hidden = !page;
  if (!page) return;
  const link = document.createElement('a');
  link.href = page;
  // The link contains the state at the moment of the click.
  link.addEventListener('click', () => {
    link.href = page + (demo.place?.read() ?? demo.read('link'));
  });
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = say(demo.spoken, 'full');
  foot.replaceChildren('Preformer', link);
}
