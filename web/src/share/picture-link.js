/** The link of the page inside a picture: a picture that travels alone still says what made it. */
import { escapeXml } from './svg-context.js';

const CHUNK = 12; // bytes around the data of a chunk: length, name, checksum
const HEADER = 8 + CHUNK + 13; // the signature and IHDR, which must come first
/** The keyword of a text without a narrower one. */
const KEYWORD = 'Comment';

/** For the head of an SVG. @param {string} link */
export const svgMetadata = (link) =>
  `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="" dc:creator="Preformer" dc:source="${escapeXml(link)}"/></rdf:RDF></metadata>`;

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A chunk iTXt: the keyword, no compression, no language, then UTF-8. @param {string} text */
function textChunk(text) {
  const encoder = new TextEncoder();
  const named = encoder.encode(`iTXt${KEYWORD}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(named.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, named.length - 4);
  chunk.set(named, 4);
  view.setUint32(named.length + 4, crc32(named));
  return chunk;
}

/** @param {Blob} picture a PNG @param {string} link @returns {Promise<Blob>} the same picture */
export async function pngWithLink(picture, link) {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  const isPng = bytes.length > HEADER && bytes[1] === 0x50 && bytes[12] === 0x49;
  if (!isPng || !link) return picture;
  const parts = [bytes.slice(0, HEADER), textChunk(link), bytes.slice(HEADER)];
  return new Blob(parts, { type: 'image/png' });
}
