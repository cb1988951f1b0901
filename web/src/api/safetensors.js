/** The head of a safetensors file, as checkpoints are: eight bytes of length, JSON, then the numbers. */

/**
 * @typedef {Record<string, {data_offsets: [number, number]}>} Tensors
 *
 * @param {Uint8Array} bytes
 * @returns {{tensors: Tensors, metadata: Record<string, string>, view: DataView, start: number}} start:
 *   where the numbers begin
 */
export function headOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = 8 + Number(view.getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, start)));
  const { __metadata__: metadata = {}, ...tensors } = header;
  return { tensors, metadata, view, start };
}
