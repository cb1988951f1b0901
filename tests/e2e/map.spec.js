/** The map of words under the reader's hand: by keyboard and by pointer. */
import { expect, test } from './support/lab.js';

test.describe.configure({ mode: 'parallel' });

const quick = 'epochs=1&size=8';

test('the map by keyboard: zoom, pan, search, select', async ({ lab, page }) => {
  await lab.open(`#v=1&${quick}`);
  await lab.trainToTheEnd();
  const map = page.locator('#map');
  await map.focus();
  const picture = () => map.evaluate((canvas) => /** @type {any} */ (canvas).toDataURL());
  /** The picture that stays for a second: words glide, and late answers draw arrows. */
  const still = async () => {
    /** @type {string[]} */
    let last = [];
    const moved = async () => {
      last = [...last, await picture()].slice(-3);
      return new Set(last).size > 1 || last.length < 3;
    };
    await expect.poll(moved, { intervals: [500] }).toBe(false);
    return last[0];
  };
  const whole = await still();
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowRight');
  await expect.poll(picture).not.toBe(whole);
  const near = await still();
  await page.keyboard.press('0'); // labels may take other sides than before: not the same picture
  await expect.poll(picture).not.toBe(near);
  await page.keyboard.press('Enter');
  await expect(page.locator('#map-search')).toBeFocused();
  await page.keyboard.type('queen');
  await page.keyboard.press('Enter');
  await expect(lab.nearest).toHaveValue('queen');
  await expect(page.locator('#map-summary')).toContainText('Selected: queen');
  await map.focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('#map-summary')).toContainText('None selected');
});

test('equal weights, equal loss and pixels: at full speed, and in pieces', async ({
  lab,
  page,
}) => {
  await lab.open(`#v=1&${quick}`);
  const shown = async () => {
    const map = page.locator('#map');
    const picture = () => map.evaluate((canvas) => /** @type {any} */ (canvas).toDataURL());
    /** @type {string[]} */
    let last = [];
    const moved = async () => {
      last = [...last, await picture()].slice(-3);
      return new Set(last).size > 1 || last.length < 3;
    };
    await expect.poll(moved, { intervals: [500] }).toBe(false);
    const label = await page.locator('.run-label.current').innerText();
    return { label, said: await page.locator('#announcement').innerText(), picture: last[0] };
  };
  const hash = await lab.trainToTheEnd();
  const once = await shown();
  expect(once.label).toMatch(/\d\.\d\d$/);
  expect(once.said).toContain(once.label.split(' ').at(-1));
  await lab.reset.click();
  await lab.step.click();
  await lab.step.click();
  await lab.speed.selectOption('slow');
  await lab.train.click();
  await expect(lab.train).toHaveAttribute('data-state', 'pause');
  await page.waitForTimeout(400); // frames of the map that follow one another
  await lab.train.click();
  await expect(lab.train).toHaveAttribute('data-state', 'resume');
  await lab.speed.selectOption('full');
  expect(await lab.trainToTheEnd()).toBe(hash);
  expect(await shown()).toEqual(once);
});

/**
 * Where the word that lies farthest from all others rests on the map: words glide for a while after
 * training, and a click is meant for the place where its word is.
 * @param {import('@playwright/test').Page} page
 * @param {{width: number, height: number}} box
 */
async function loneWord(page, { width, height }) {
  const read = () =>
    page.evaluate(() => {
      const { painter } = /** @type {any} */ (document.querySelector('embedding-map'));
      return Array.from(/** @type {Float32Array} */ (painter.screen));
    });
  let places = await read();
  await expect
    .poll(
      async () => {
        const before = places;
        places = await read();
        return places.length > 0 && places.every((place, i) => place === before[i]);
      },
      { intervals: [400] },
    )
    .toBe(true);
  const points = Array.from({ length: places.length / 2 }, (_, i) => ({
    x: Math.round(places[2 * i]),
    y: Math.round(places[2 * i + 1]),
  }));
  const room = (/** @type {{x: number, y: number}} */ { x, y }) => {
    if (x < 20 || y < 20 || x > width - 20 || y > height - 20) return 0;
    const distances = points.map((other) => Math.hypot(other.x - x, other.y - y));
    return distances.sort((p, q) => p - q)[1];
  };
  return points.reduce((best, point) => (room(point) > room(best) ? point : best));
}

test('a click on the map selects a word; hovering names it', async ({ lab, page }) => {
  await lab.open(`#v=1&${quick}`);
  await lab.trainToTheEnd();
  await lab.ask('nearest', 'paris');
  await expect(lab.nearestAnswers).toHaveCount(5);
  await expect(page).toHaveURL(/nearest=paris/); // what was typed has settled
  const map = page.locator('#map');
  const box = await map.boundingBox();
  if (!box) throw new Error('no map');
  const name = page.locator('.map-tip strong');
  // On a busy machine the last map may come after the words seemed to rest: then look again.
  await expect(async () => {
    const position = await loneWord(page, box);
    await page.mouse.move(0, 0);
    await map.hover({ position });
    await expect(name).toBeVisible({ timeout: 2000 });
    const word = await name.innerText();
    expect(word).not.toBe('');
    await map.click({ position });
    await expect(lab.nearest).toHaveValue(word, { timeout: 2000 });
  }).toPass();
});
