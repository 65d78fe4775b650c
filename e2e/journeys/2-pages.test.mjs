// Every page there is, in both languages, at both widths, in light and dark: nobody is kept out, nothing jumps, nothing sticks
// out, nothing goes wrong.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { NARROW, WIDE, api, barriers, close, journey, minutes, newcomer, overhang, session } from '../browser.mjs';
import { small } from '../small-png.mjs';

const IMAGES = process.env.SOMOIM_IMAGES;
let places = null;
let lone = null;

before(async () => {
  const member = await session('member@example.org');
  const [hiking] = await api(member.access_token, 'GET', '/groups?category=hiking');
  const [games] = await api(member.access_token, 'GET', '/groups?category=board-games');
  const [event] = await api(member.access_token, 'GET', `/groups/${hiking.id}/events`);
  const [post] = await api(member.access_token, 'GET', `/groups/${hiking.id}/posts?limit=1`);
  const [talk] = await api(member.access_token, 'GET', '/me/conversations?limit=1');
  const [solved] = await api(member.access_token, 'GET', '/forum/topics?solved=true&limit=1');
  const [statement] = await api(member.access_token, 'GET', '/me/statements');
  const members = await api(member.access_token, 'GET', `/groups/${hiking.id}/members?limit=5`);
  places = { hiking: hiking.id, games: games.id, event: event.id, post: post.id, talk: talk.id, topic: solved.id, statement: statement.id, shelf: solved.category_id, own: member.user_id, other: members[1].user_id };
  lone = await newcomer('혼자 Alone');
});
after(close);

const pages = () => [
  ['#/', 'home'],
  ['#/discover', 'discover'],
  ['#/found'],
  [`#/groups/${places.hiking}`, 'group'],
  [`#/groups/${places.hiking}/chat`, 'chat'],
  [`#/groups/${places.hiking}/events`],
  [`#/groups/${places.hiking}/members`],
  [`#/groups/${places.hiking}/about`],
  [`#/events/${places.event}`, 'event'],
  [`#/posts/${places.post}`],
  ['#/forum', 'forum'],
  [`#/forum/${places.shelf}`],
  [`#/topics/${places.topic}`, 'topic'],
  [`#/topics/${places.topic}?order=best`],
  ['#/ask'],
  ['#/goals', 'goals'],
  ['#/goals/mine'],
  ['#/goals/share'],
  ['#/decisions'],
  [`#/decisions/${places.statement}`, 'decision'],
  ['#/compare', 'compare'],
  ['#/calendar', 'calendar'],
  ['#/calendar/list'],
  ['#/calendar/link'],
  ['#/talks'],
  [`#/talks/${places.talk}`],
  ['#/news'],
  ['#/privacy', 'privacy'],
  ['#/data'],
  [`#/people/${places.own}`],
];

async function look(somebody, hash, name, picture) {
  const { page } = somebody;
  await page.evaluate(() => {
    globalThis.shifts = 0;
  });
  await somebody.go(hash);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const sticksOut = await overhang(page);
  assert.ok(sticksOut <= 0, `${hash} sticks out by ${sticksOut} px`);
  const shifts = await page.evaluate(() => globalThis.shifts);
  assert.ok(shifts < 0.02, `${hash} jumps by ${shifts}`);
  assert.equal(await page.locator('h1').count(), 1, `${hash} has one heading`);
  assert.ok((await page.title()).length > 3);
  assert.deepEqual(await barriers(page), [], hash);
  if (IMAGES && picture?.includes(name)) {
    mkdirSync(IMAGES, { recursive: true });
    await page.evaluate(() => document.activeElement?.blur());
    writeFileSync(`${IMAGES}/${name}.png`, small(await page.screenshot()));
  }
}

for (const [language, size, theme, picture] of [
  ['ko', WIDE, 'light', ['home', 'event', 'forum', 'decision']],
  ['en', NARROW, 'dark', []],
  ['en', WIDE, 'dark', ['compare', 'chat', 'goals', 'privacy']],
  ['ko', NARROW, 'light', []],
]) {
  test(`every page in ${language} at ${size.width} px, ${theme}`, { timeout: minutes(10) }, async () => {
    await journey([{ language, size, theme, as: 'member@example.org' }], async (member) => {
      for (const [hash, name] of pages()) {
        await look(member, hash, name, picture);
      }
    });
  });
}

test('the pages of those who look after a group', { timeout: minutes(6) }, async () => {
  await journey([{ language: 'en', as: 'moderator@example.org' }], async (moderator) => {
    for (const tab of ['posts', 'door', 'members', 'events', 'about']) {
      await look(moderator, `#/groups/${places.games}/${tab}`);
    }
    await look(moderator, `#/events/${places.event}`);
  });
});

test('the pages of somebody who has nothing yet say what to do', { timeout: minutes(6) }, async () => {
  for (const [language, size] of [['ko', NARROW], ['en', WIDE]]) {
    await journey([{ language, size, as: lone.email }], async (alone) => {
      for (const hash of ['#/', '#/forum', '#/goals/mine', '#/decisions', '#/calendar', '#/calendar/list', '#/calendar/link', '#/talks', '#/news', '#/compare', '#/privacy', '#/data', `#/groups/${places.hiking}`, `#/events/${places.event}`]) {
        await look(alone, hash);
        assert.ok((await alone.page.locator('main').innerText()).length > 40, hash);
      }
    });
  }
});

test('the pages for whoever is not signed in', { timeout: minutes(6) }, async () => {
  for (const [language, size, theme] of [['ko', WIDE, 'light'], ['en', NARROW, 'dark']]) {
    await journey([{ language, size, theme }], async (visitor) => {
      await look(visitor, '#/enter');
      await look(visitor, '#/enter/sign-up');
      await look(visitor, '#/enter/forgotten');
      await look(visitor, '#/enter/letters?to=nobody@example.org');
    });
  }
});
