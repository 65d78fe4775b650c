// The operator's dashboard: every page of it, a case from the queue to an appeal, a file, a copy, and who gets no further.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { NARROW, WIDE, api, barriers, close, journey, minutes, newcomer, overhang, room, session } from '../browser.mjs';
import { DASHBOARD, FOR_ADMINS, FOR_MODERATORS, credentials, desk, look, press, reach } from '../dashboard.mjs';
import { small } from '../small-png.mjs';
import { deskWords } from '../words.mjs';

const IMAGES = process.env.SOMOIM_IMAGES;
let waiting = null;

before(async () => {
  const moderator = await session('moderator@example.org');
  const cases = await api(moderator.access_token, 'GET', '/cases');
  const measure = (await api(moderator.access_token, 'GET', '/measures?limit=50')).at(-1);
  waiting = { case: cases.find((one) => one.kind === 'post' && one.status === 'OPEN' && !one.claimed_by).id, decided: measure.case_id, person: measure.person_id };
});
after(close);

async function picture(somebody, name) {
  if (IMAGES) {
    mkdirSync(IMAGES, { recursive: true });
    await somebody.page.evaluate(() => document.activeElement?.blur());
    writeFileSync(`${IMAGES}/dashboard-${name}.png`, small(await somebody.page.screenshot()));
  }
}

for (const language of ['ko', 'en']) {
  for (const size of [NARROW, WIDE]) {
    for (const theme of ['light', 'dark']) {
      test(`every page for an administrator in ${language} at ${size.width} px, ${theme}`, { timeout: minutes(6) }, async () => {
        await journey([{ as: 'admin', language, size, theme }], async (admin) => {
          const pictured = language === 'en' && size === WIDE ? { light: 'overview', dark: 'privacy' }[theme] : null;
          assert.deepEqual(await admin.page.locator('.side a').evaluateAll((all) => all.map((one) => one.hash.slice(2))), FOR_ADMINS);
          for (const name of [...FOR_ADMINS, `audit/${waiting.person}`, `case/${waiting.case}`, `case/${waiting.decided}`]) {
            await look(admin, name);
            if (pictured === name) {
              await picture(admin, name);
            }
          }
        }, desk);
      });
    }
  }
}

for (const [language, size, theme] of [['ko', NARROW, 'dark'], ['en', WIDE, 'light']]) {
  test(`every page for a moderator in ${language} at ${size.width} px, ${theme}`, { timeout: minutes(3) }, async () => {
    await journey([{ as: 'moderator', language, size, theme }], async (moderator) => {
      assert.deepEqual(await moderator.page.locator('.side a').evaluateAll((all) => all.map((one) => one.hash.slice(2))), FOR_MODERATORS);
      for (const name of [...FOR_MODERATORS, `case/${waiting.case}`]) {
        await look(moderator, name);
      }
    }, desk);
  });
}

test('a case is claimed and decided by keyboard, and the objection judged by somebody else', { timeout: minutes(6) }, async () => {
  const t = deskWords('en');
  const k = deskWords('ko');
  const writer = await newcomer('Lantern Seller');
  const group = await api(writer.access_token, 'POST', '/groups', { name: `Lanterns ${Date.now()}`, join_policy: 'OPEN' });
  const post = await api(writer.access_token, 'POST', `/groups/${group.id}/posts`, { title: 'Lanterns at noon', body: 'Send me money and I double it.' });
  const witnesses = [await newcomer('Witness'), await newcomer('Another Witness')];
  for (const one of witnesses) {
    await api(one.access_token, 'PUT', `/groups/${group.id}/membership`);
    await api(one.access_token, 'POST', '/reports', { kind: 'post', id: post.id, ground: 'SCAM', words: 'He asks for money.' });
  }

  await journey([{ as: 'moderator', language: 'en' }, { as: 'admin', language: 'ko', size: NARROW, theme: 'dark' }], async (moderator, admin) => {
    // From the overview into the queue, to the case
    const { page } = moderator;
    await press(page, page.locator('#skip'));
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
    await press(page, page.locator('main a[href="#/queue"]').first());
    await moderator.shown('queue');
    const queue = page.locator('.card', { has: page.getByRole('heading', { name: t('queue.open'), exact: true }) });
    const id = (await api((await session('moderator@example.org')).access_token, 'GET', '/cases')).find((one) => one.subject_id === post.id).id;
    const row = queue.locator(`a[href="#/case/${id}"]`);
    while (await row.count() === 0) {
      await press(page, queue.getByRole('button', { name: t('more') }));
    }
    await press(page, row);
    await moderator.shown(`case/${id}`);
    await page.locator('blockquote', { hasText: 'Send me money and I double it.' }).first().waitFor();
    assert.equal(await page.getByText('He asks for money.').count(), 2);
    const text = await page.locator('main').innerText();
    for (const one of witnesses) {
      assert.ok(!text.includes(one.user_id.slice(-8)), 'nobody reads who reported');
    }

    // Claiming; deciding asks for the reasons first
    await page.getByText(t('decide.claim-first')).waitFor();
    await press(page, page.getByRole('button', { name: t('case.claim'), exact: true }));
    await page.getByRole('status').getByText(t('done')).waitFor();
    await moderator.shown(`case/${id}`);
    await picture(moderator, 'case');
    const decide = page.getByRole('button', { name: t('decide'), exact: true });
    await press(page, decide);
    const rule = page.getByLabel(t('measure.rule'));
    assert.ok(await rule.evaluate((element) => element === document.activeElement), 'one is led to what is missing');
    assert.deepEqual(await barriers(page), [], 'a decision');
    await page.keyboard.type('No schemes');
    await reach(page, page.getByLabel(t('measure.facts')));
    await page.keyboard.type('It asks for money and promises twice as much.');
    const kind = page.getByLabel(t('measure.kind'));
    await reach(page, kind);
    await page.keyboard.type(t('measure.HIDE'));
    assert.equal(await kind.inputValue(), 'HIDE');
    await press(page, decide);
    await page.locator('.figure', { hasText: t('case.status') }).getByText(t('status.ACTIONED')).waitFor();
    await moderator.shown(`case/${id}`);
    await page.getByRole('cell', { name: 'No schemes' }).waitFor();
    assert.equal(await decide.count(), 0, 'what is decided is decided');

    // Objecting is for the writer; the moderator does not judge that
    const [statement] = await api(writer.access_token, 'GET', '/me/statements');
    assert.equal(statement.rule, 'No schemes');
    await api(writer.access_token, 'POST', `/statements/${statement.id}/appeal`, { words: 'It was a joke about lanterns.' });
    await moderator.go('appeals');
    assert.equal(await page.getByText('It was a joke about lanterns.').count(), 0, 'nobody judges an objection to their own decision');

    // The administrator does, by clicks, on a phone
    const there = admin.page;
    await there.locator('.side').getByRole('link', { name: k('page.appeals'), exact: true }).click();
    await admin.shown('appeals');
    const objection = there.locator('.card', { hasText: 'It was a joke about lanterns.' });
    await objection.getByText('No schemes').waitFor();
    await objection.getByRole('button', { name: k('appeal.overturn') }).click();
    assert.ok(await objection.getByLabel(k('appeal.answer')).evaluate((element) => element === document.activeElement), 'without an answer nothing is judged');
    await objection.getByLabel(k('appeal.answer')).fill('We laughed, later.');
    await objection.getByRole('button', { name: k('appeal.overturn') }).click();
    await objection.waitFor({ state: 'detached' });
    await there.getByRole('status').getByText(k('done')).waitFor();
    assert.equal(await overhang(there), 0);
    const [answered] = await api(writer.access_token, 'GET', '/me/appeals');
    assert.deepEqual([answered.status, answered.answer], ['OVERTURNED', 'We laughed, later.']);
    await api(witnesses[0].access_token, 'GET', `/posts/${post.id}`);

    // What was done is on record, under their names
    await admin.go(`audit/${writer.user_id}`);
    const trail = there.locator('tbody');
    await trail.getByText(k('deed.MEASURE_TAKEN')).waitFor();
    await trail.getByText(k('deed.MEASURE_OVERTURNED')).waitFor();
  }, desk);
});

test('a ban waits for a second person, who is asked whether they are sure', { timeout: minutes(4) }, async () => {
  const t = deskWords('en');
  const somebody = await newcomer('Scammer');
  const admin = await session('admin@example.org');
  const held = await api(admin.access_token, 'POST', '/cases', { kind: 'person', id: somebody.user_id, ground: 'SCAM' });
  await api(admin.access_token, 'POST', `/cases/${held.id}/decide`, { version: held.version, kind: 'BAN', ground: 'SCAM', rule: `Nobody sells noon ${held.id}`, facts: 'Did.', points: 0 });
  await journey([{ as: 'moderator', language: 'en' }], async (moderator) => {
    const { page } = moderator;
    await moderator.go('queue');
    const row = page.locator('.card', { has: page.getByRole('heading', { name: t('proposals'), exact: true }) }).getByRole('row', { name: held.id });
    moderator.agreesTo(t('proposal.sure'));
    await row.getByRole('button', { name: t('proposal.agree'), exact: true }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('status').getByText(t('done')).waitFor();
  }, desk);
  await journey([{ as: 'admin', language: 'en' }], async (chief) => {
    const { page } = chief;
    await chief.go('bans');
    const row = page.getByRole('row', { name: held.id });
    chief.agreesTo(t('ban.sure'));
    await row.getByRole('button', { name: t('ban.lift') }).click();
    await row.waitFor({ state: 'detached' });
  }, desk);
});

test('a list is a file, and a copy is taken and verified', { timeout: minutes(6) }, async () => {
  const t = deskWords('en');
  await journey([{ as: 'admin', language: 'en' }], async (admin) => {
    const { page } = admin;
    await admin.go('queue');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.head').getByRole('link', { name: t('csv') }).click()]);
    assert.equal(download.suggestedFilename(), 'somoim-cases.csv');
    const file = await readFile(await download.path(), 'utf8');
    assert.ok(file.startsWith('\uFEFFid,'), file.slice(0, 60));
    assert.ok(file.includes(waiting.case), 'the file holds what the list holds');

    await admin.go('operations');
    const copies = page.locator('.card', { has: page.getByRole('heading', { name: t('backups'), exact: true }) });
    const before = await copies.locator('tbody tr').count();
    await copies.getByRole('button', { name: t('backup.take') }).click();
    await page.getByRole('status').getByText(t('done')).waitFor();
    await admin.shown('operations');
    assert.equal(await copies.locator('tbody tr').count(), before + 1);
    const newest = copies.locator('tbody tr').first();
    await newest.getByRole('button', { name: t('verify') }).click();
    await newest.getByText(t('sound'), { exact: true }).waitFor();
    await page.getByRole('button', { name: t('store.verify') }).click();
    await page.locator('.card', { has: page.getByRole('heading', { name: t('store'), exact: true }) }).getByText(t('sound'), { exact: true }).waitFor();
    await admin.go('audit');
    await page.locator('tbody tr').first().getByText(t('deed.BACKUP_TAKEN')).waitFor();
    await page.getByRole('button', { name: t('audit.verify') }).click();
    await page.locator('main').getByText(t('intact'), { exact: true }).waitFor();
    await admin.go('privacy');
    await page.getByRole('button', { name: t('privacy.verify') }).click();
    await page.locator('main').getByText(t('intact'), { exact: true }).waitFor();
  }, desk);
});

test('the language is chosen, and stays', { timeout: minutes(3) }, async () => {
  await journey([{ as: 'moderator', language: 'ko' }], async (moderator) => {
    const { page } = moderator;
    await page.getByLabel(deskWords('ko')('language')).selectOption('en');
    await page.getByRole('heading', { level: 1, name: deskWords('en')('page.overview') }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: deskWords('en')('page.overview') }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  }, desk);
});

for (const [who, name, size, theme] of [['somebody unknown', 'nobody', NARROW, 'light'], ['a member', 'member', WIDE, 'dark']]) {
  test(`${who} gets no further than the page that asks to sign in`, { timeout: minutes(3) }, async () => {
    const expecting = [{ status: 401, path: /^\/somoim\// }];
    await journey([{ language: 'en', size, theme, expecting, credentials: credentials(name) }], async ({ page }) => {
      const answer = await page.goto(DASHBOARD);
      assert.equal(answer.status(), 401);
      await page.getByRole('heading', { level: 1, name: 'Sign in first' }).waitFor();
      assert.equal(await page.locator('h1').count(), 1);
      assert.equal(await overhang(page), 0);
      assert.deepEqual(await barriers(page), []);
      for (const path of ['dashboard.js', 'words-en.json', 'api/v1/session', 'api/v1/cases', 'tables/cases.csv', 'index.html']) {
        assert.equal(await page.evaluate(async (there) => (await fetch(there)).status, path), 401, path);
      }
    }, room);
  });
}

test('the browser itself refuses to make HTML of text, and to run what stands in the page', async () => {
  const admin = await desk({ as: 'admin' });
  const refused = await admin.page.evaluate(() => {
    const script = document.createElement('script');
    try {
      document.createElement('div').innerHTML = '<b>x</b>';
      return 'made HTML';
    } catch (error) {
      try {
        script.text = 'globalThis.harmed = 1';
      } catch {
        // Then it is empty, which is as good.
      }
      document.body.append(script);
      return globalThis.harmed ? 'ran' : error.name;
    }
  });
  assert.equal(refused, 'TypeError');
  await admin.context.close();
});
