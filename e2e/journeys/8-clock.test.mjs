// Comes last: time does not go back. Setting the clock forward brings what is due, and people stay signed in.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ADDRESS, NARROW, api, barriers, close, forgetSession, journey, minutes, newcomer, session } from '../browser.mjs';
import { words } from '../words.mjs';

after(close);

test('a day later a reminder has come', { timeout: minutes(6) }, async () => {
  const t = words('en');
  const member = await session('member@example.org');
  const [event] = (await api(member.access_token, 'GET', '/me/calendar?limit=20')).filter((one) => !one.cancelled_at && Date.parse(one.starts_at) > Date.now() + 26 * 3_600_000);
  assert.ok(event, 'something is planned');
  await api(member.access_token, 'PUT', `/events/${event.id}/rsvp`, { answer: 'INTERESTED' });
  const hours = Math.floor((Date.parse(event.starts_at) - Date.now()) / 3_600_000) - 12;
  await api(member.access_token, 'PUT', `/events/${event.id}/reminders`, { minutes_before: [Math.min(40_320, hours * 60)] });

  await journey([{ language: 'en', as: 'member@example.org' }], async (somebody) => {
    const { page } = somebody;
    const before = (await (await fetch(`${ADDRESS}demo/state`)).json()).now;
    somebody.expects(401, /^\/api\/v1\//);
    await page.locator('.demo-clock > summary').click();
    await page.getByLabel(t('clock.label')).fill('2');
    await page.getByRole('button', { name: t('clock.go') }).click();
    await page.locator('.teller.good').first().waitFor();
    const state = await (await fetch(`${ADDRESS}demo/state`)).json();
    assert.ok(Date.parse(state.now) - Date.parse(before) >= 86_400_000);
    await somebody.shown('/');
    await page.locator('.post').first().waitFor();
    await somebody.go('#/news');
    await page.locator('.news-line', { hasText: t('news.events.reminder') }).first().waitFor();
    assert.equal(await page.locator('main[data-shown="/news"]').count(), 1, 'a token that has expired is replaced without a word');
  });
});

test('a goal is hidden, and whoever shares it reads why and objects without a name', { timeout: minutes(6) }, async () => {
  const t = words('ko');
  const sharer = await newcomer('목표 나눔이');
  await api(sharer.access_token, 'PATCH', '/me/privacy', { goal_sharing_level: 'CATEGORY' });
  const goal = await api(sharer.access_token, 'POST', '/me/goal-shares', { goal_category: 'HOME' });
  const set = await fetch(`${ADDRESS}demo/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ minutes: 25 * 60 }) });
  assert.equal(set.status, 200);
  ['moderator@example.org', 'member@example.org', sharer.email].forEach(forgetSession);
  await session(sharer.email, sharer.password);
  const moderator = await session('moderator@example.org');
  await journey([{ language: 'ko', size: NARROW, as: 'member@example.org' }, { language: 'ko', as: sharer.email }], async (member, one) => {
    await member.go('#/goals?category=HOME');
    const there = member.page.locator(`[data-goal="${goal.share.id}"]`);
    await there.locator('details.menu summary').click();
    await there.getByText(t('report'), { exact: true }).click();
    await member.page.getByLabel(t('ground.SCAM')).check();
    await member.page.getByRole('button', { name: t('report.send') }).click();
    await member.page.getByText(t('report.sent')).waitFor();
    const held = await api(moderator.access_token, 'POST', '/cases', { kind: 'goal', id: goal.share.id, ground: 'SCAM' });
    assert.equal(held.author_id, undefined, 'nobody is named to those who decide');
    await api(moderator.access_token, 'POST', `/cases/${held.id}/decide`, { version: held.version, kind: 'HIDE', ground: 'SCAM', rule: '사기 금지', facts: '돈을 요구합니다.' });
    await member.go('#/decisions');
    await member.page.getByText(t('kind.goal')).first().waitFor();

    const { page } = one;
    await one.go('#/goals/mine');
    await page.getByText(t('restraint.HIDDEN')).waitFor();
    assert.deepEqual(await barriers(page), [], 'a hidden goal');
    await page.getByRole('link', { name: t('restraint.why') }).click();
    await page.getByText('돈을 요구합니다.').waitFor();
    await page.getByText(t('appeal.unnamed')).waitFor();
    await page.getByLabel(t('appeal.words')).fill('저는 아무것도 요구하지 않았어요.');
    await page.getByRole('button', { name: t('appeal.send') }).click();
    await page.getByText(t('appeal.FILED')).waitFor();
    await page.getByText('저는 아무것도 요구하지 않았어요.').waitFor();
    await one.go('#/decisions');
    await page.getByText(t('decisions.none')).waitFor();
  });
});
