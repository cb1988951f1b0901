import 'preformer/react';

export const figure = (
  <preformer-inside model="nnlm" sentence="king found his crown" step={4} start="visible" />
);
export const lab = <preformer-demo link="#v=1&model=cbow" banner="off" className="wide" />;
