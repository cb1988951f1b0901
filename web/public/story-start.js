// Before anything is painted. Links to the Lab were links to this page once.
(() => {
  const { hash, pathname } = location;
  if (/\/(index(\.zh)?\.html)?$/.test(pathname) && /^#(.*&)?v=/.test(hash)) {
    location.replace(new URL(`./lab.html${location.search}${hash}`, location.href));
    return;
  }
  const scope = new URL('./', location.href).pathname;
  const read = (
    /** @type {'localStorage' | 'sessionStorage'} */ storage,
    /** @type {string} */ name,
  ) => {
    try {
      return window[storage].getItem(`preformer.${name} ${scope}`);
    } catch {
      return null; // storage is forbidden
    }
  };
  // The cover opens in the browser's language, until the reader has chosen one.
  const [wanted] = navigator.languages.filter((tag) => /^(en|zh)\b/i.test(tag));
  const atDoor = /\/(index\.html)?$/.test(pathname);
  if (atDoor && (read('localStorage', 'language') ?? wanted ?? 'en').startsWith('zh')) {
    location.replace(new URL('./index.zh.html', location.href));
    return;
  }
  // Search engines want whole addresses; only the browser knows where the site is.
  for (const link of document.querySelectorAll('link[rel=canonical], link[hreflang]')) {
    const { href } = /** @type {HTMLLinkElement} */ (link);
    link.setAttribute('href', href);
  }
  const root = document.documentElement;
  const theme = read('sessionStorage', 'theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  // The choice of a language holds from now on; the link may be pressed before any program has come.
  document.addEventListener('click', ({ target }) => {
    const link = /** @type {Element} */ (target).closest?.('#language');
    if (!link) return;
    try {
      const chosen = (link.getAttribute('hreflang') ?? '').startsWith('zh') ? 'zh' : 'en';
      localStorage.setItem(`preformer.language ${scope}`, chosen);
    } catch {
      // storage is forbidden: it holds for this page
    }
  });
  // What follows a guess is hidden until then, unless the page cannot train.
  const { still } = /** @type {HTMLElement} */ (document.currentScript).dataset;
  if (
    still === undefined &&
    'noModule' in HTMLScriptElement.prototype &&
    typeof WebAssembly === 'object'
  ) {
    root.dataset.story = 'live';
  }
})();
