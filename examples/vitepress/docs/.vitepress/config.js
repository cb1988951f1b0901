import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'Words as numbers',
  // Vue does not treat our elements as components.
  vue: {
    template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('preformer-') } },
  },
  locales: {
    root: { label: 'English', lang: 'en' },
    zh: { label: '中文', lang: 'zh-Hans' },
  },
});
