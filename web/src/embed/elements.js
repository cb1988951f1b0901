/**
 * Registers the demos' elements, once however often it is loaded:
 *
 *     <script type="module" src="…/elements.js"></script>
 *     <preformer-demo link="#v=1&model=cbow"></preformer-demo>
 */
import { elements } from './classes.js';

const registry = globalThis.customElements; // none where pages are rendered on a server
for (const [name, element] of Object.entries(elements)) {
  if (registry && !registry.get(name)) registry.define(name, element);
}

export * from './classes.js';
