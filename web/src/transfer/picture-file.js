import { contextOf } from '../plots/pixels.js';
import { LabError } from '../text/own-text.js';
import { readsBack } from '../ui/read-back.js';
import { inkOfImage } from './ink.js';

const SIDE = 112;

/**
 * Reads a picture from a file and centres it in a square.
 * @param {Blob} file
 * @returns {Promise<import('./ink.js').Ink>}
 */
export async function inkOfFile(file) {
  const bitmap = await createImageBitmap(file);
  if (!readsBack()) {
    bitmap.close();
    throw new LabError('CanvasHidden', 'This browser hides canvases.', { kind: 'hidden' });
  }
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: SIDE, height: SIDE });
  const context = contextOf(canvas);
  const scale = SIDE / Math.max(bitmap.width, bitmap.height);
  const [w, h] = [bitmap.width * scale, bitmap.height * scale];
  // The rest of the square has the colour of the picture's corner.
  context.drawImage(bitmap, 0, 0, 1, 1, 0, 0, SIDE, SIDE);
  context.drawImage(bitmap, (SIDE - w) / 2, (SIDE - h) / 2, w, h);
  bitmap.close();
  return inkOfImage(context.getImageData(0, 0, SIDE, SIDE));
}
