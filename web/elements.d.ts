/**
 * What `querySelector` finds by these names, and what these events carry: said once here, so that
 * nobody has to say it where an element is looked up or heard.
 */
interface HTMLElementTagNameMap {
  'gloss-term': import('./src/ui/gloss.js').GlossTerm;
  'embedding-map': import('./src/lab/map/embedding-map.js').EmbeddingMap;
  'ladder-map': import('./src/ladder/ladder-map.js').LadderMap;
  'import-dialog': import('./src/lab/import/import-dialog.js').ImportDialog;
  'share-dialog': import('./src/share/share-dialog.js').ShareDialog;
  'text-dialog': import('./src/lab/settings/text-dialog.js').TextDialog;
  'transfer-lines': import('./src/transfer/transfer-lines.js').TransferLines;
  'transfer-pad': import('./src/transfer/transfer-pad.js').TransferPad;
  'lab-app': import('./src/lab/lab-app.js').LabApp;
  'ladder-app': import('./src/ladder/ladder-app.js').LadderApp;
  'sense-app': import('./src/polysemy/sense-app.js').SenseApp;
  'transfer-app': import('./src/transfer/transfer-app.js').TransferApp;
  'class-app': import('./src/class/class-app.js').ClassApp;
  'class-show': import('./src/class/class-show.js').ClassShow;
}

interface HTMLElementEventMap {
  'select-word': CustomEvent<{ word: string | null }>;
  'preformer-link': CustomEvent<{ link: string }>;
  'preformer-trained': CustomEvent<{ hash: string; report: object | null }>;
  'preformer-answer': CustomEvent<{ question: string; words?: string[] } & Record<string, unknown>>;
  'preformer-place': CustomEvent<object>;
}
