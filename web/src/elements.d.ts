/**
 * What `querySelector` finds by these names, and what these events carry: said once here, so that
 * nobody has to say it where an element is looked up or heard.
 */
interface HTMLElementTagNameMap {
  'embedding-map': import('./lab/map/embedding-map.js').EmbeddingMap;
  'import-dialog': import('./lab/import/import-dialog.js').ImportDialog;
  'share-dialog': import('./share/share-dialog.js').ShareDialog;
  'text-dialog': import('./lab/settings/text-dialog.js').TextDialog;
  'transfer-lines': import('./transfer/transfer-lines.js').TransferLines;
  'transfer-pad': import('./transfer/transfer-pad.js').TransferPad;
  'lab-app': import('./lab/lab-app.js').LabApp;
  'ladder-app': import('./ladder/ladder-app.js').LadderApp;
  'sense-app': import('./polysemy/sense-app.js').SenseApp;
  'transfer-app': import('./transfer/transfer-app.js').TransferApp;
}

interface HTMLElementEventMap {
  'select-word': CustomEvent<{ word: string | null }>;
}
