import DefaultTheme from 'vitepress/theme';

export default {
  extends: DefaultTheme,
  enhanceApp() {
    // Pages are rendered on a server first, where there are no elements.
    if (!import.meta.env.SSR) import('preformer/elements');
  },
};
