/** Rows that scroll sideways where a page is narrower than they are. */

/** Brings the current entry into the middle. @param {HTMLElement} row */
export function showCurrent(row) {
  const entry = row.querySelector('[aria-current]');
  if (!entry) return;
  const [outer, inner] = [row.getBoundingClientRect(), entry.getBoundingClientRect()];
  row.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
}

/** The row fades out where there is more of it. @param {HTMLElement} row */
export function markMore(row) {
  const { scrollLeft, scrollWidth, clientWidth } = row;
  const before = scrollLeft > 4 ? 'before' : '';
  const after = scrollLeft + clientWidth < scrollWidth - 4 ? 'after' : '';
  row.dataset.more = `${before} ${after}`.trim();
}

/**
 * Does both now and when the row's width changes; the fade follows the scrolling.
 * @param {HTMLElement} row @returns {() => void} ends this
 */
export function attend(row) {
  const fade = () => markMore(row);
  const observer =
    typeof ResizeObserver === 'function'
      ? new ResizeObserver(() => {
          showCurrent(row);
          fade();
        })
      : null;
  observer?.observe(row);
  row.addEventListener('scroll', fade);
  return () => {
    observer?.disconnect();
    row.removeEventListener('scroll', fade);
  };
}
