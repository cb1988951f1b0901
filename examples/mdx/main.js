import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import Page from './page.mdx';

createRoot(/** @type {HTMLElement} */ (document.querySelector('#page'))).render(
  createElement(Page),
);
