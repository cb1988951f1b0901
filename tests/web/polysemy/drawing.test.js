// @ts-nocheck: a stand-in for the canvas
import { describe, expect, it } from 'vitest';
import { SenseAxes } from '../../../web/src/polysemy/axes.js';
import { drawCloud, isHeap, senseLabels } from '../../../web/src/polysemy/cloud.js';
import { addMoment, curveLayout } from '../../../web/src/polysemy/curve.js';
import { CloudMotion, fitCloud, packed } from '../../../web/src/polysemy/motion.js';
import { Reel } from '../../../web/src/polysemy/reel.js';
import { Turn } from '../../../web/src/polysemy/turn.js';
import { sameSpot, stepFrom } from '../../../web/src/polysemy/walk.js';

const box = { width: 600, height: 400 };
const colours = {
  ink: 'ink',
  soft: 'soft',
  panel: 'panel',
  accent: 'accent',
  dot: 'dot',
  senses: ['sense 1', 'sense 3'],
};
const look = { ...box, ratio: 1, font: 'sans', colours };

/** A context that notes what is done to it. */
function recorder() {
  const calls = [];
  const state = {};
  const measureText = (text) => ({ width: 7 * text.length });
  const note =
    (name) =>
    (...args) =>
      calls.push({ name, args, fill: state.fillStyle });
  return new Proxy(state, {
    get: (_, name) => ({ calls, measureText })[name] ?? state[name] ?? note(name),
    set: (_, name, value) => {
      state[name] = value;
      return true;
    },
  });
}

const scene = (positions, more = {}) => ({
  screen: Float32Array.from(positions),
  senses: [0, 0, 1, 1],
  heldout: [false, true, false, true],
  names: ['fruit', 'company'],
  shapes: ['circle', 'triangle'],
  hovered: -1,
  picked: -1,
  links: [],
  typed: false,
  labels: { static: 'static vector', typed: 'yours', heap: '4 sentences' },
  ...more,
});
const APART = [50, 200, 60, 210, 500, 200, 510, 210, 300, 205, 300, 205];
const HEAP = Array.from({ length: 6 }, () => [300, 200]).flat();
const texts = (context) =>
  context.calls.filter(({ name }) => name === 'fillText').map(({ args: [text] }) => text);

describe('the cloud', () => {
  it('names the senses where they stand apart, and the static vector', () => {
    const context = recorder();
    drawCloud(context, scene(APART), look);
    expect(texts(context)).toEqual(['static vector', 'fruit', 'company']);
  });

  it('on one spot is told as a number', () => {
    const context = recorder();
    expect(isHeap(scene(HEAP))).toBe(true);
    drawCloud(context, scene(HEAP), look);
    expect(texts(context)).toEqual(['4 sentences']);
  });

  it('keeps names off the typed sentence', () => {
    const free = senseLabels(scene(APART), look);
    const crowded = [...APART];
    crowded.splice(10, 2, free[1].x - 30, free[1].y);
    const moved = senseLabels(scene(crowded, { typed: true }), look);
    expect(moved[0].y).toBe(free[0].y);
    expect(moved[1].y).toBeGreaterThan(free[1].y + 20);
  });

  it('draws senses in different shapes, held-out ones hollow', () => {
    const context = recorder();
    drawCloud(context, scene(APART), look);
    const names = context.calls.map(({ name }) => name);
    expect(names.filter((name) => name === 'arc')).toHaveLength(2); // circles; triangles are lines
    const fills = context.calls.filter(({ name }) => name === 'fill').map(({ fill }) => fill);
    expect(fills).toContain('sense 1');
    expect(fills).toContain('panel');
  });
});

describe('the view', () => {
  const frame = (positions, still, typed = null) =>
    packed({ positions: Float32Array.from(positions), static: still, typed });

  it('packs the static vector and the typed sentence behind the occurrences', () => {
    expect([...frame([1, 2, 3, 4], [5, 6])]).toEqual([1, 2, 3, 4, 5, 6, 5, 6]);
    expect([...frame([1, 2], [5, 6], { at: [7, 8] })]).toEqual([1, 2, 5, 6, 7, 8]);
  });

  it('keeps a near static vector in sight, lets a far one go', () => {
    const last = { x: 0, y: 0, scale: 1 };
    const near = fitCloud(frame([0, 0, 1, 1], [1.5, 0.5]), 1, box, last);
    const alone = fitCloud(frame([0, 0, 1, 1], [0.5, 0.5]), 1, box, last);
    const far = fitCloud(frame([0, 0, 1, 1], [90, 0]), 1, box, last);
    expect(near.x).toBeCloseTo(0.75);
    expect(far).toEqual(alone);
  });

  it('leaves no point outside the picture, or on its edge', () => {
    const positions = Array.from({ length: 400 }, (_, i) => Math.sin(7 * i));
    positions[0] = 6; // one of two hundred
    const view = fitCloud(frame(positions, [0, 0]), 1, box, { x: 0, y: 0, scale: 1 });
    const x = box.width / 2 + (6 - view.x) * view.scale;
    expect(x).toBeLessThan(box.width - 40);
  });

  it('does not enlarge rounding errors: layer 0 stays one spot', () => {
    const last = { x: 3, y: 3, scale: 120 };
    const view = fitCloud(frame([0, 1e-7, 1e-7, 0], [0, 0]), 1, box, last);
    expect(view.scale).toBe(120);
  });

  it('shows γ below 1 as a smaller cloud', () => {
    const last = { x: 0, y: 0, scale: 1 };
    const whole = fitCloud(frame([0, 0, 1, 1], [0.5, 0.5]), 1, box, last);
    const half = fitCloud(frame([0, 0, 0.5, 0.5], [0.25, 0.25]), 0.5, box, last);
    expect(half.scale).toBeCloseTo(whole.scale);
  });

  it('glides; new occurrences spread out from the static vector; reduced motion jumps', () => {
    const motion = new CloudMotion();
    const how = { time: 0, still: false, gamma: 1, training: false, other: true };
    const all = frame([-1, 0, 1, 0], [0, 0]);
    motion.aim(all, box, how);
    expect([...motion.now]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(motion.advance(350)).toBe(true);
    expect(motion.now[2]).toBeCloseTo(0.5);
    expect(motion.advance(700)).toBe(false);
    expect([...motion.now]).toEqual([...all]);
    motion.aim(frame([-2, 0, 2, 0], [0, 0]), box, { ...how, time: 800, still: true, other: false });
    expect(motion.now[0]).toBe(-2);
    expect(motion.advance(801)).toBe(false);
  });
});

describe('the axes of the senses', () => {
  const of = { senses: [0, 0, 1, 1, 1], heldout: [false, false, false, false, true] };
  // The senses differ a little in the third number; the first differs much more, and says nothing.
  const rows = [
    [9, 1, 0.1],
    [-9, 1, 0.1],
    [9, 1, 0.9],
    [-9, 1, 0.9],
    [3, 1, 0.9],
  ].map((row) => Float32Array.from(row));

  it('run from one sense to the other, where PCA would see something else', () => {
    const places = new SenseAxes().place([...rows, Float32Array.from([0, 1, 0.1])], of);
    expect(places).toHaveLength(12);
    const xs = places.filter((_, i) => i % 2 === 0);
    expect(Math.max(xs[0], xs[1], xs[5])).toBeLessThan(0);
    expect(Math.min(xs[2], xs[3], xs[4])).toBeGreaterThan(0);
    expect(Math.abs(places[1] - places[3])).toBeCloseTo(9); // 18, drawn half as high
  });

  it('leave the held-out points out of what they judge', () => {
    const swapped = { ...of, senses: [0, 0, 1, 1, 0] };
    expect(new SenseAxes().place(rows, swapped)).toEqual(new SenseAxes().place(rows, of));
  });

  it('do not flip from frame to frame; equal vectors are one spot', () => {
    const axes = new SenseAxes();
    const before = axes.place(rows, of, true);
    const after = axes.place(
      rows.map(([x, y, z]) => Float32Array.from([-1.01 * -x, y, z])),
      of,
      true,
    );
    expect(Math.sign(after[1])).toBe(Math.sign(before[1]));
    const same = new SenseAxes().place(Array(5).fill(Float32Array.from([1, 2, 3])), of);
    expect([...same]).toEqual(Array(10).fill(0));
  });

  it('at rest do not depend on the frames before', () => {
    const axes = new SenseAxes();
    const rest = axes.place(rows, of, false);
    axes.before = rest.map((x) => -x);
    expect(axes.place(rows, of, true)[1]).toBe(-rest[1]);
    expect(axes.place(rows, of, false)).toEqual(rest);
  });
});

describe('the turn of the plane', () => {
  const of = { senses: [0, 0, 1, 1] };
  const frame = (positions, more) => ({
    of,
    positions: Float32Array.from(positions),
    static: [0, 1],
    typed: null,
    picked: null,
    ...more,
  });

  it('lays the senses side by side, the first on the left, and keeps distances', () => {
    const turn = new Turn();
    const found = turn.apply(frame([0, 2, 1, 2, 0, -2, 1, -2]), false);
    expect(found.positions[0]).toBeCloseTo(-2);
    expect(found.positions[4]).toBeCloseTo(2);
    expect(found.static[0]).toBeCloseTo(-1);
    const [ax, ay, bx, by] = found.positions;
    expect(Math.hypot(ax - bx, ay - by)).toBeCloseTo(1);
  });

  it('does not spin where the senses are one', () => {
    const turn = new Turn();
    turn.apply(frame([-2, 0, -2, 1, 2, 0, 2, 1]), true);
    const { angle } = turn;
    turn.apply(frame([-2, -0.01, 2, 0, -2, 0.01, 2, 0]), true);
    expect(Math.abs(turn.angle - angle)).toBeLessThan(0.01);
    turn.apply(frame([0, 0, 0, 0, 0, 0, 0, 0]), true);
    expect(Number.isFinite(turn.angle)).toBe(true);
  });

  it('at rest does not depend on the frames before', () => {
    const last = frame([-2, -0.01, 2, 0, -2, 0.01, 2, 0]);
    const used = new Turn();
    used.apply(frame([0, 2, 1, 2, 0, -2, 1, -2]), true);
    expect(used.apply(last, false).positions).toEqual(new Turn().apply(last, false).positions);
  });
});

describe('walking', () => {
  const screen = Float32Array.from([30, 0, 10, 50, 20, 20, 99, 99]);

  it('meets every point by x and by y, and stays at the ends', () => {
    const walk = (key, from) => stepFrom(screen, 3, from, key);
    expect(walk('Home', -1)).toBe(1);
    expect([walk('ArrowRight', 1), walk('ArrowRight', 2), walk('ArrowRight', 0)]).toEqual([
      2, 0, 0,
    ]);
    expect([walk('ArrowDown', 0), walk('ArrowDown', 2), walk('ArrowUp', 2)]).toEqual([2, 1, 0]);
    expect(walk('ArrowLeft', -1)).toBe(2);
    expect(stepFrom(screen, 0, -1, 'End')).toBe(-1);
  });

  it('counts the points on one spot', () => {
    expect(sameSpot(Float32Array.from([1, 1, 1, 1.5, 9, 9]), 3, 0)).toBe(2);
  });
});

describe('the curve', () => {
  const moment = (epoch, ...gaps) => ({ epoch, gaps });
  const layout = { width: 400, height: 116, epochs: 4, right: 90 };

  it('has one line a layer, higher where the score is', () => {
    const moments = [moment(0, 0, 0), moment(2, 0, 0.3), moment(4, 0, 0.6)];
    const { curves, base } = curveLayout(moments, layout);
    expect(curves).toHaveLength(2);
    expect(curves[1].y).toBeLessThan(curves[0].y);
    expect(curves[0].y).toBe(base);
    expect(curves[1].path).not.toMatch(/NaN|Infinity/);
  });

  it('draws finite points only', () => {
    const { curves } = curveLayout([moment(0, Number.NaN), moment(1, 0.7)], layout);
    expect(curves[0].path).not.toMatch(/NaN/);
    expect(curveLayout([], layout).curves).toEqual([]);
  });

  it('replaces the moment of the same epoch, and thins long histories', () => {
    const moments = [];
    addMoment(moments, moment(0, 0.1));
    addMoment(moments, moment(0, 0.2));
    expect(moments).toEqual([moment(0, 0.2)]);
    for (let i = 1; i <= 1000; i++) addMoment(moments, moment(i, 0.5));
    expect(moments.length).toBeLessThanOrEqual(401);
    expect(moments.at(-1).epoch).toBe(1000);
    expect(moments[0].epoch).toBe(0);
  });
});

describe('the recording', () => {
  const of = { word: 'apple', senses: [0, 1] };
  const shot = (epoch, ...positions) => ({
    epoch,
    frame: {
      of,
      positions: Float32Array.from(positions),
      static: [0, 0.5],
      typed: null,
      picked: null,
    },
  });

  it('does not flip at its end: frames that lie upside down are turned over', () => {
    const reel = new Reel();
    reel.add('view', shot(0, 0, 0.1, 0, -0.1));
    reel.add('view', shot(1, -1, 1, 1, -2));
    const last = shot(2, -1, -1.1, 1, 2.2);
    reel.settle('view', last.frame);
    reel.add('view', last);
    const [first, second, third] = reel.recorded('view', 'apple').map(({ frame }) => frame);
    expect([...second.positions]).toEqual([-1, -1, 1, 2]);
    expect(second.static).toEqual([0, -0.5]);
    expect(first.positions[1]).toBeCloseTo(-0.1);
    expect(third).toBe(last.frame);
    reel.settle('view', last.frame); // it lies the same way: nothing changes
    expect([...reel.recorded('view', 'apple')[1].frame.positions]).toEqual([-1, -1, 1, 2]);
  });
});
