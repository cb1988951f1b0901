// Before anything is painted: the language and the theme of a page that trains, chosen as by ui/look.js.
{
  const said = (/** @type {string} */ key) =>
    new RegExp(`[#&]${key}=(\\w+)`).exec(location.hash)?.[1];
  const asked = navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag)) || '';
  const language = said('lang') ?? (/^zh/i.test(asked) ? 'zh' : 'en');
  const root = document.documentElement;
  root.lang = language === 'zh' ? 'zh-Hans' : 'en';
  const theme = said('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
}
