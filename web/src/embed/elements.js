/**
 * Registers the demos' elements. Loading it more than once has no further effect.
 *
 *     <script type="module" src="…/elements.js"></script>
 *     <preformer-demo link="#v=1&model=cbow"></preformer-demo>
 */
import { elements } from './classes.js';

const registry = globalThis.customElements; // undefined in server-side rendering
for (const [name, element] of Object.entries(elements)) {
  if (registry && !registry.get(name)) registry.define(name, element);
}

export * from './classes.js';
