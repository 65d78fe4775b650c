// The pages by keyboard, and what they say when something cannot be done.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { close, journey, minutes, session } from '../browser.mjs';
import { words } from '../words.mjs';

after(close);

test('one gets in and about without a mouse', { timeout: minutes(3) }, async () => {
  const t = words('en');
  await journey([{ language: 'en' }], async ({ page, shown }) => {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await shown('/');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1', 'a new page is read from its heading');
    await page.locator('.post .menu > summary').first().focus();
    await page.keyboard.press('Enter');
    assert.ok(await page.locator('.menu[open] .menu-list').first().isVisible());
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.menu[open]').count(), 0);
    await page.getByRole('link', { name: t('nav.compare') }).focus();
    await page.keyboard.press('Enter');
    await shown('/compare');
    await page.locator('#epsilon').focus();
    const before = await page.locator('#epsilon').getAttribute('aria-valuetext');
    await page.keyboard.press('ArrowLeft');
    assert.notEqual(await page.locator('#epsilon').getAttribute('aria-valuetext'), before);
  });
});

test('the language is chosen, and stays', { timeout: minutes(3) }, async () => {
  await journey([{ language: 'ko', as: 'member@example.org' }], async (member) => {
    const { page } = member;
    await page.getByRole('heading', { name: '안녕하세요' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Hello, 하늘 Haneul' }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    await member.reload();
    await page.getByRole('heading', { name: 'Hello, 하늘 Haneul' }).waitFor();
    await page.getByRole('button', { name: words('en')('theme') }).click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
    await member.reload();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  });
});

for (const language of ['ko', 'en']) {
  test(`what is refused says what to do next, in ${language}`, { timeout: minutes(3) }, async () => {
    const t = words(language);
    await journey([{ language }], async (visitor) => {
      const { page } = visitor;
      visitor.expects(401, /\/sessions$/);
      visitor.expects(422, /\/accounts$/);
      await page.getByLabel(t('email')).fill('nobody@example.org');
      await page.getByLabel(t('password')).fill('not that one');
      await page.getByRole('button', { name: t('enter.go'), exact: true }).click();
      await page.getByRole('alert').getByText(language === 'ko' ? '둘 다 확인하고 다시 해 주세요' : 'Check both and try again').waitFor();
      assert.equal(await page.getByLabel(t('email')).inputValue(), 'nobody@example.org', 'what was entered stays');
      await visitor.go('#/enter/sign-up');
      await page.getByLabel(t('display-name')).fill('x');
      await page.getByLabel(t('email')).fill('no address');
      await page.getByLabel(t('password')).fill('short');
      await page.getByRole('button', { name: t('sign-up.go') }).click();
      await page.getByRole('alert').getByText(`${t('email')}: `).waitFor();
    });
  });
}

test('when the server does not answer, the pages say so and go on afterwards', { timeout: minutes(3) }, async () => {
  const t = words('en');
  await session('member@example.org');
  await journey([{ language: 'en', as: 'member@example.org' }], async (member) => {
    const { page } = member;
    await member.go('#/calendar');
    await page.route('**/api/**', (route) => route.abort());
    page.removeAllListeners('console');
    await page.evaluate(() => {
      location.hash = '#/calendar/list';
    });
    await page.getByText(t('error.unreachable'), { exact: true }).waitFor();
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: t('again') }).click();
    await member.shown('/calendar/list');
    await page.getByRole('heading', { name: t('nav.calendar') }).waitFor();
  });
});
