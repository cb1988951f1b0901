'use client'; // a server component has no browser to train in: without this line the page stays empty

import { useEffect, useRef, useState } from 'react';

/** A demo, and what it reports to the page around it. */
export function Demo() {
  const demo = useRef(null);
  const [near, setNear] = useState('');

  useEffect(() => {
    import('preformer/elements'); // in the browser only
    const element = demo.current;
    const trained = async () => {
      const [first] = await element.model().mostSimilar({ positive: 'king', topn: 1 });
      setNear(first.word);
    };
    element.addEventListener('preformer-trained', trained);
    return () => element.removeEventListener('preformer-trained', trained);
  }, []);

  return (
    <>
      <preformer-demo ref={demo} heading="Kings and queens" link="#v=1&nearest=king" />
      <p role="status">{near && `Nearest to king: ${near}`}</p>
    </>
  );
}
