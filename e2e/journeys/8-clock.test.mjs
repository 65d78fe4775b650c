// Comes last: time does not go back. Setting the clock forward brings what is due, and people stay signed in.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ADDRESS, api, close, journey, minutes, session } from '../browser.mjs';
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
