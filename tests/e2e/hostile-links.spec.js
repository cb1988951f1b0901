/** Links that mean harm, or are broken: the page works, and says what it left out. */
import { expect, test } from './support/lab.js';

test.describe.configure({ mode: 'parallel' });

test('a link whose text is broken says so, and shows the example corpus', async ({ lab, page }) => {
  await lab.open('#v=1&corpus=own&c=AAAA');
  await expect(lab.corpus).toHaveValue('relations-en');
  await lab.train.isEnabled();
  await expect(page.locator('#corpus-problem')).toContainText('link is broken');
});

test('hostile links leave a page that works', async ({ lab, page }) => {
  test.setTimeout(300_000);
  const garbage = Array.from({ length: 10_000 }, (_, i) =>
    String.fromCharCode(33 + ((Math.imul(i, 48271) >>> 8) % 94)),
  ).join('');
  const links = {
    'a script': '#v=1&nearest=<script>alert(1)</script>&corpus=<script>&theme="><script>',
    'encoded scripts': `#v=1&nearest=${encodeURIComponent('<img src=x onerror=alert(1)>')}&analogy=${encodeURIComponent('<b>,<i>,</script>')}&hash=${encodeURIComponent('\'"><svg/onload=alert(1)>')}`,
    'numbers out of this world':
      '#v=1&size=1e308&window=-1&epochs=NaN&alpha=Infinity&seed=1e308&negative=0x10&mincount=99999999999999999999&sample=-0',
    'numbers just too large': '#v=1&size=999999&window=999&epochs=0&seed=99999999999999&alpha=9999',
    'wrong types':
      '#v=1&model=42&objective=[object Object]&build=true&lang=null&cut={}&odd=,,,&pair=a',
    'broken escapes': '#v=1&nearest=%E0%A4%A&analogy=%&odd=%00,%0A,%7F&=&&&a&=b',
    'broken text': '#v=1&corpus=own&c=AAAA',
    'text without content': '#v=1&corpus=own',
    '10 kB of garbage': `#${garbage}`,
    'a prototype': '#v=1&__proto__=x&constructor=y&toString=z&model=constructor&lang=__proto__',
  };
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    dialog.dismiss();
  });
  for (const [name, fragment] of Object.entries(links)) {
    await test.step(name, async () => {
      await page.goto('about:blank'); // so that the link is read anew
      await lab.open(fragment);
      await expect(page.locator('lab-app script, lab-app img, lab-app svg[onload]')).toHaveCount(0);
      for (const [parameter, value] of [
        ['epochs', '1'],
        ['alpha', '0.05'],
      ]) {
        await page.locator(`#${parameter}-value`).fill(value);
        await page.locator(`#${parameter}-value`).press('Enter');
      }
      await lab.trainToTheEnd();
      await expect(page.locator('#stage-problem')).toHaveCount(0);
      await lab.ask('nearest', 'queen');
      await expect(lab.nearestAnswers).toHaveCount(5);
      expect(dialogs).toBe(0);
    });
  }
});
