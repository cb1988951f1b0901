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

test('a click on the map selects a word; hovering names it', async ({ lab, page }) => {
  await lab.open(`#v=1&${quick}`);
  await lab.trainToTheEnd();
  await lab.ask('nearest', 'paris');
  const map = page.locator('#map');
  const box = await map.boundingBox();
  if (!box) throw new Error('no map');
  // Words stand everywhere: look for one on a grid.
  let found = '';
  for (let i = 1; i < 400 && !found; i++) {
    const x = box.width * (0.1 + 0.8 * ((i * 0.618) % 1));
    const y = box.height * (0.1 + 0.8 * ((i * 0.414) % 1));
    await map.hover({ position: { x, y } });
    if ((await page.locator('.map-tip').count()) === 0) continue;
    found = await page.locator('.map-tip strong').innerText();
    await map.click({ position: { x, y } });
  }
  expect(found).not.toBe('');
  await expect(lab.nearest).toHaveValue(found);
});
