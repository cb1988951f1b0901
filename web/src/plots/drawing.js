/**
 * The parts of a canvas's 2D context that the maps use; share/svg-context.js implements them for
 * SVG.
 *
 * @typedef {Pick<CanvasRenderingContext2D, 'lineWidth' | 'lineJoin' | 'lineCap' | 'globalAlpha' |
 *   'font' | 'textAlign' | 'textBaseline' | 'clearRect' | 'setLineDash' | 'beginPath' | 'moveTo' |
 *   'lineTo' | 'closePath' | 'rect' | 'arc' | 'fill' | 'stroke' | 'fillText' | 'strokeText'> & {
 *   fillStyle: unknown, strokeStyle: unknown,
 *   setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void,
 *   measureText(text: string): {width: number}}} Drawing
 */

export {};
