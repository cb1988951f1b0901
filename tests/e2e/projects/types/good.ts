import { load, PreformerError, train } from 'preformer';
import { elements, type PreformerDemo } from 'preformer/classes';
import 'preformer/elements';
import widget from 'preformer/widget';

const model = await train({ corpus: 'a b c\nb c a\n', model: 'cbow', vectorSize: 8 });
const near: { word: string; similarity: number }[] = await model.mostSimilar({ positive: 'a' });
const bytes: Uint8Array = await model.export('word2vec');
const again = await load(bytes);
const hash: string = await again.weightsHash();
const demo: PreformerDemo = document.createElement('preformer-demo');
demo.theme = 'dark';
demo.addEventListener('preformer-trained', (event) => console.log(event.detail.hash));
document.addEventListener('preformer-answer', ({ detail }) => console.log(detail.question));
demo.set({ nearest: 'king' });
const own = await demo.model()?.mostSimilar({ positive: 'king' });
widget.render({ model: new Map(), el: document.body });
console.log(own, near, hash, elements, PreformerError);
