import contrastCss from '../../styles/contrast.css?inline';
import printCss from '../../styles/print.css?inline';

/** The sheets of demos for contrast themes and paper; they come last. */
export const mediaCss = [contrastCss, printCss];
