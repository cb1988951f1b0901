/** @typedef {import('@playwright/test').Page} Page */

/**
 * Finds texts that cannot be read where they are: text over other text or over a control that does
 * not contain it, text that its box cuts off, and text beside the page. A box that scrolls, and a
 * line that ends with an ellipsis, cut nothing off. Returns at most twelve short sentences.
 * @param {Page} page @returns {Promise<string[]>}
 */
export const illegible = (page) =>
  page.evaluate(() => {
    const CONTROLS = 'button, select, textarea, input, summary, a';
    const FLOATING = '.map-tip, .menu-items, [popover], .help, datalist, option, script, style';
    /** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
    /** @typedef {Box & {element: Element, text: string}} Found */

    const overlap = (/** @type {Box} */ a, /** @type {Box} */ b) => ({
      width: Math.min(a.right, b.right) - Math.max(a.left, b.left),
      height: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
    });
    const seen = (/** @type {Element} */ element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

    /** The ancestors that clip, and how. */
    function* clips(/** @type {Element} */ element) {
      /** @type {Element | null} */
      let at = element;
      for (; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.clipPath !== 'none') yield { at, how: 'hidden', ellipsis: false };
        if (style.overflowX === 'visible' || style.display === 'inline') continue;
        const ellipsis = style.textOverflow === 'ellipsis';
        yield { at, how: style.overflowX === 'hidden' ? 'cut' : 'scroll', ellipsis };
      }
    }

    /** @type {string[]} */
    const problems = [];
    /** @type {Found[]} */
    const texts = [];
    const open = [...document.querySelectorAll('dialog[open]')].at(-1);
    const root = open ?? document.body;
    const page = document.documentElement.clientWidth;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = String(node.textContent).trim().replace(/\s+/g, ' ').slice(0, 40);
      if (!text || !element || element.closest(FLOATING) || !seen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width < 2 || rect.height < 2) continue;
        const box = { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom };
        let gone = false;
        let tolerated = false;
        for (const { at, how, ellipsis } of clips(element)) {
          if (how === 'hidden') gone = true;
          const edge = at.getBoundingClientRect();
          const { width, height } = overlap(box, edge);
          const fits = width > rect.width - 2 && height > rect.height * 0.7;
          tolerated ||= ellipsis || how === 'scroll';
          if (how === 'cut' && !fits && !tolerated && !gone) {
            problems.push(`cut off by .${at.className || at.tagName}: “${text}”`);
          }
          if (width < 2 || height < 2) gone = true;
          box.left = Math.max(box.left, edge.left);
          box.right = Math.min(box.right, edge.right);
          box.top = Math.max(box.top, edge.top);
          box.bottom = Math.min(box.bottom, edge.bottom);
        }
        if (gone) continue;
        if (box.right > page + 1 || box.left < -1) problems.push(`beside the page: “${text}”`);
        texts.push({ ...box, element, text });
      }
    }

    texts.sort((a, b) => a.top - b.top);
    for (const [i, a] of texts.entries()) {
      for (const b of texts.slice(i + 1)) {
        if (b.top >= a.bottom) break;
        if (a.element === b.element) continue;
        const { width, height } = overlap(a, b);
        const line = Math.min(a.bottom - a.top, b.bottom - b.top);
        if (width > 2 && height > 0.3 * line) problems.push(`“${a.text}” and “${b.text}” overlap`);
      }
    }

    for (const control of root.querySelectorAll(CONTROLS)) {
      if (!seen(control) || control.closest(FLOATING) || control.closest('.visually-hidden'))
        continue;
      if (control instanceof HTMLInputElement) {
        const { value, scrollWidth, clientWidth, type } = control;
        if (['radio', 'checkbox', 'range', 'file'].includes(type)) continue;
        const long = getComputedStyle(control).textOverflow === 'ellipsis';
        if (value && scrollWidth > clientWidth + 1 && !long && value.length < 12) {
          problems.push(`#${control.id} shows a part of “${value}”`);
        }
      }
      // A link in a text has a rectangle per line.
      for (const rect of control.getClientRects()) {
        /** @type {Box} */
        let box = rect;
        for (const { at } of clips(control)) {
          const edge = at.getBoundingClientRect();
          box = {
            left: Math.max(box.left, edge.left),
            right: Math.min(box.right, edge.right),
            top: Math.max(box.top, edge.top),
            bottom: Math.min(box.bottom, edge.bottom),
          };
        }
        if (box.right - box.left < 2 || box.bottom - box.top < 2) continue;
        for (const { element, text, ...at } of texts) {
          if (control.contains(element) || element.contains(control)) continue;
          const { width, height } = overlap(box, at);
          if (width > 3 && height > 0.3 * (at.bottom - at.top)) {
            problems.push(
              `“${text}” lies over ${control.tagName} #${control.id} .${control.className}`,
            );
          }
        }
      }
    }
    return [...new Set(problems)].slice(0, 12);
  });
