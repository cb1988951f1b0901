// Fetches the texts of the page's language beside the program, which asks for them only once it
// runs. Its attributes are written by the build (web/early-texts.js); the language is chosen as by
// ui/look.js.
{
  const linked = /[#&]lang=(en|zh)\b/.exec(location.hash);
  const asked = navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag)) || '';
  const language = linked ? linked[1] : /^zh/i.test(asked) ? 'zh' : 'en';
  for (const file of (document.currentScript?.dataset[language] || '').split(' ')) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = file;
    document.head.append(link);
  }
}
