import { train } from 'preformer';

await train({ corpus: 'a b', vectorsize: 8 });
