/** The elements in React's JSX: `import 'preformer/react'` once, in a file with types. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

interface DemoAttributes {
  link?: string;
  theme?: 'auto' | 'light' | 'dark';
  start?: 'click' | 'visible' | 'load';
  banner?: 'on' | 'off';
  size?: 'full' | 'compact';
  poster?: string;
  heading?: string;
  page?: string;
  'worker-url'?: string;
  'asset-base'?: string;
}

interface InsideAttributes extends DemoAttributes {
  model?: 'one-hot' | 'nnlm' | 'cbow' | 'skip-gram' | 'elmo';
  corpus?: string;
  seed?: string | number;
  epochs?: string | number;
  sentence?: string;
  example?: string | number;
  word?: string | number;
  step?: string | number;
  number?: string;
  hide?: string;
  lock?: string;
  weights?: string;
}

interface FigureAttributes extends DemoAttributes {
  name?: string;
  seed?: string | number;
}

type Props<Attributes> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & Attributes;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'preformer-demo': Props<DemoAttributes>;
      'preformer-ladder': Props<DemoAttributes>;
      'preformer-polysemy': Props<DemoAttributes>;
      'preformer-transfer': Props<DemoAttributes>;
      'preformer-inside': Props<InsideAttributes>;
      'preformer-figure': Props<FigureAttributes>;
    }
  }
}
