import DefaultTheme from 'vitepress/theme';

export default {
  extends: DefaultTheme,
  enhanceApp() {
    // Pages are first rendered on a server, which has no custom elements.
    if (!import.meta.env.SSR) import('preformer/elements');
  },
};
