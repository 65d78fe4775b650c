// Whatever people write is text, in every field and on every page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { api, close, journey, minutes, newcomer, session, window as opened } from '../browser.mjs';
import { FOR_ADMINS, FOR_MODERATORS, desk } from '../dashboard.mjs';

const PAYLOADS = [
  '<script>globalThis.harmed=1;alert(1)</script>',
  '<img src=x onerror="globalThis.harmed=1;alert(2)">',
  '"><svg onload="globalThis.harmed=1;alert(3)">',
  '[click](javascript:globalThis.harmed=1)',
  '<iframe srcdoc="<script>parent.harmed=1</script>"></iframe>',
  '${globalThis.harmed=1}{{constructor.constructor("harmed=1")()}}',
];

/** Where people wrote them. */
let written = null;

before(async () => {
  const author = await newcomer(PAYLOADS[0]);
  const reader = await session('moderator@example.org');
  const write = (method, path, body) => api(author.access_token, method, path, body);
  const everything = PAYLOADS.join('\n\n');

  await write('PATCH', '/me', {
    display_name: PAYLOADS[1].slice(0, 100), given_name: PAYLOADS[2], family_name: PAYLOADS[0], bio: everything, location: PAYLOADS[1],
    interests: [PAYLOADS[2].slice(0, 50), 'onerror=alert(1)'], expertise: [PAYLOADS[3].slice(0, 50)],
  });
  await write('PATCH', '/me/privacy', Object.fromEntries(['profile', 'given_name', 'family_name', 'bio', 'location', 'interests', 'expertise'].map((one) => [`${one}_visibility`, 'EVERYONE'])));
  const group = await write('POST', '/groups', { name: PAYLOADS[2], description: everything, join_policy: 'OPEN' });
  await api(reader.access_token, 'PUT', `/groups/${group.id}/membership`);
  await write('PUT', `/groups/${group.id}/members/${reader.user_id}/role`, { role: 'MODERATOR' });
  const posts = [];
  for (const payload of PAYLOADS) {
    posts.push(await write('POST', `/groups/${group.id}/posts`, { title: payload, body: `${payload}\n\n- ${payload}\n\n> ${payload}\n\n**${payload}** \`${payload}\`` }));
  }
  await write('POST', '/me/posts', { title: PAYLOADS[0], body: everything });
  const comment = await write('POST', `/posts/${posts[0].id}/comments`, { body: everything });
  const event = await write('POST', `/groups/${group.id}/events`, {
    title: PAYLOADS[1], description: everything, starts_on: '2030-01-05T10:00:00', zone: 'Asia/Seoul',
    venue: { label: PAYLOADS[0], address: PAYLOADS[2], online: 'https://example.org/"><script>alert(1)</script>' },
  }).catch(() => write('POST', `/groups/${group.id}/events`, { title: PAYLOADS[1], description: everything, starts_on: '2030-01-05T10:00:00', zone: 'Asia/Seoul', venue: { label: PAYLOADS[0], address: PAYLOADS[2] } }));
  await write('PUT', `/events/${event.id}/rsvp`, { answer: 'GOING' });
  for (const payload of PAYLOADS) {
    await write('POST', `/conversations/${group.id}/messages`, { body: payload });
  }
  const direct = await write('PUT', `/people/${reader.user_id}/conversation`);
  await write('POST', `/conversations/${direct.id}/messages`, { body: everything });
  await write('POST', '/me/calendar/links', { name: PAYLOADS[1] });
  await write('POST', '/me/muted-keywords', { keyword: PAYLOADS[2].slice(0, 50) });
  const asker = await newcomer('<b onmouseover=alert(1)>asker');
  const doors = await write('POST', '/groups', { name: PAYLOADS[0], join_policy: 'REQUEST' });
  await api(asker.access_token, 'POST', `/groups/${doors.id}/requests`, { message: PAYLOADS[1] });
  await write('PUT', `/me/blocks/${(await newcomer('<i>blocked')).user_id}`);

  const admin = await session('admin@example.org');
  const shelf = await api(admin.access_token, 'POST', '/forum/categories', { name: PAYLOADS[1], description: everything, forum_type: 'DISCUSSION', is_moderated: false, minimum_experience_level: 'NEWCOMER' });
  const topic = await write('POST', `/forum/categories/${shelf.id}/topics`, { title: PAYLOADS[0], description: everything, post_type: 'QUESTION', tags: ['<img src=x onerror=alert(1)>', '"><script>alert(1)'] });
  const answer = await write('POST', `/forum/topics/${topic.id}/posts`, { content: everything });
  await write('PUT', `/forum/posts/${answer.id}/best-answer`);
  await write('PATCH', '/me/privacy', { goal_sharing_level: 'STORY' });
  const goal = await write('POST', '/me/goal-shares', { goal_category: 'OTHER', current_progress_percentage: 50 });
  const preview = await write('POST', `/me/goal-shares/${goal.share.id}/story/preview`, { goal_title: PAYLOADS[1], goal_description: everything, strategy_description: everything, tips_and_lessons: everything, tags: ['<b onclick=alert(1)>'] });
  await write('PUT', `/me/goal-shares/${goal.share.id}/story`, { story: preview.story, proof: preview.proof });
  const opened = await api(reader.access_token, 'POST', '/cases', { kind: 'post', id: posts[1].id, ground: 'OTHER' });
  const label = await api(reader.access_token, 'POST', `/cases/${opened.id}/decide`, { version: opened.version, kind: 'LABEL', ground: 'OTHER', rule: PAYLOADS[0], facts: everything, points: 0 });
  await write('POST', `/statements/${label.id}/appeal`, { words: everything });
  const [objection] = (await api(admin.access_token, 'GET', '/appeals?limit=50')).filter((one) => one.measure_id === label.id);
  await api(admin.access_token, 'POST', `/appeals/${objection.id}/uphold`, { words: everything });
  await write('POST', '/reports', { kind: 'person', id: reader.user_id, ground: 'OTHER', words: everything });
  await write('PATCH', `/posts/${posts[2].id}`, { title: `${PAYLOADS[0]} edited` });

  // What those who moderate read: reports of everything, decisions with their reasons, objections, bans
  const witness = await newcomer(PAYLOADS[4].slice(0, 100));
  await api(witness.access_token, 'PUT', `/groups/${group.id}/membership`);
  const [message] = await api(witness.access_token, 'GET', `/conversations/${group.id}/messages?limit=1`);
  const cases = [];
  for (const [kind, id] of [
    ['post', posts[2].id], ['post', posts[3].id], ['comment', comment.id], ['message', message.id], ['event', event.id], ['group', group.id],
    ['person', author.user_id], ['topic', topic.id], ['forum-post', answer.id],
  ]) {
    await api(witness.access_token, 'POST', '/reports', { kind, id, ground: 'OTHER', words: everything });
    const held = await api(admin.access_token, 'POST', '/cases', { kind, id, ground: 'OTHER' });
    cases.push(await api(admin.access_token, 'POST', `/cases/${held.id}/release`, { version: held.version }));
  }
  await write('PATCH', `/posts/${posts[2].id}`, { title: PAYLOADS[1], body: everything });
  const about = (id) => cases.find((one) => one.subject_id === id);
  const decide = async (who, of, ruling) => {
    const held = await api(who.access_token, 'POST', `/cases/${of.id}/claim`);
    return api(who.access_token, 'POST', `/cases/${of.id}/decide`, { version: held.version, ground: 'OTHER', rule: PAYLOADS[1], facts: everything, points: 0, ...ruling });
  };
  const hidden = await decide(reader, about(posts[3].id), { kind: 'LABEL' });
  await write('POST', `/statements/${hidden.id}/appeal`, { words: everything });
  const dismissed = await api(admin.access_token, 'POST', `/cases/${about(comment.id).id}/claim`);
  await api(admin.access_token, 'POST', `/cases/${dismissed.id}/dismiss`, { version: dismissed.version });
  const report = (await api(witness.access_token, 'GET', '/me/reports?limit=50')).find((one) => one.subject_id === comment.id);
  await api(witness.access_token, 'POST', `/reports/${report.id}/appeal`, { words: everything });
  for (const [ruling, who] of [[{ kind: 'RATE_LIMIT', minutes: 600 }, reader], [{ kind: 'BAN' }, admin]]) {
    const bad = await newcomer(PAYLOADS[2]);
    const held = await api(who.access_token, 'POST', '/cases', { kind: 'person', id: bad.user_id, ground: 'OTHER' });
    cases.push(held);
    await decide(who, held, ruling);
  }
  written = { author, group, posts, event, direct, doors, shelf, topic, answer, label, cases };
});
after(close);

/** Nothing of what was written is alive on this page, nor ever was. */
async function lifeless({ page }, where) {
  await page.locator('a, summary, button, td').evaluateAll((all) => all.forEach((one) => one.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.equal(await page.evaluate(() => globalThis.harmed), undefined, where);
  const alive = await page.locator('main script, main iframe, main img, main [onerror], main [onload], main a[href^="javascript:"]').count();
  assert.equal(alive, 0, where);
}

test('stored payloads in every text field never run on the site', { timeout: minutes(10) }, async () => {
  const { author, group, posts, event, direct, doors, shelf, topic, answer, label } = written;
  const shown = [
    '#/', '#/discover', `#/groups/${group.id}`, `#/groups/${group.id}/chat`, `#/groups/${group.id}/events`, `#/groups/${group.id}/members`, `#/groups/${group.id}/about`,
    `#/events/${event.id}`, `#/posts/${posts[0].id}`, '#/calendar?month=2030-01', '#/calendar/list', '#/calendar/link', '#/talks', `#/talks/${direct.id}`, '#/forum', `#/forum/${shelf.id}`, `#/topics/${topic.id}`, `#/answers/${answer.id}`, '#/ask', '#/goals', '#/news', '#/privacy', '#/data',
    `#/people/${author.user_id}`,
  ];
  await journey([{ as: author.email }, { language: 'en', as: 'moderator@example.org' }], async (own, other) => {
    for (const somebody of [own, other]) {
      for (const hash of somebody === own ? [...shown, `#/groups/${doors.id}/door`, '#/goals/mine', '#/decisions', `#/decisions/${label.id}`] : shown) {
        await somebody.go(hash);
        await lifeless(somebody, hash);
      }
    }
    await other.go(`#/posts/${posts[0].id}`);
    assert.ok((await other.page.locator('main').innerText()).includes('<script>'), 'what was written is shown as it was written');
  });
});

test('nor at the dashboard, for whoever moderates and whoever administers', { timeout: minutes(6) }, async () => {
  const { author, cases } = written;
  for (const [as, language, pages] of [['moderator', 'ko', FOR_MODERATORS], ['admin', 'en', FOR_ADMINS]]) {
    await journey([{ as, language }], async (somebody) => {
      const { page } = somebody;
      const read = new Map();
      for (const name of [...pages, ...(as === 'admin' ? [`audit/${author.user_id}`] : []), ...cases.map((one) => `case/${one.id}`)]) {
        await somebody.go(name);
        while (name === 'queue' && await page.locator('button.more:enabled').count() > 0) {
          await page.locator('button.more:enabled').first().click();
        }
        await lifeless(somebody, name);
        read.set(name, await page.locator('main').innerText());
      }
      for (const name of ['queue', 'appeals', ...(as === 'admin' ? ['bans'] : []), ...cases.map((one) => `case/${one.id}`)]) {
        assert.ok(/<script>|onerror=/.test(read.get(name)), `${name} shows what was written as it was written`);
      }
      assert.ok(read.get('queue').includes(PAYLOADS[1]), 'the rule of a decision');
    }, desk);
  }
});

test('the browser itself refuses to make HTML of text', async () => {
  const visitor = await opened();
  const refused = await visitor.page.evaluate(() => {
    try {
      document.createElement('div').innerHTML = '<b>x</b>';
      return 'let through';
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(refused, 'TypeError');
  await visitor.context.close();
});

test('an address from elsewhere in the hash leads nowhere', async () => {
  await journey([{ as: 'member@example.org' }], async (member) => {
    member.expects(404, /./);
    member.expects(422, /./);
    for (const hash of ['#/groups/<img src=x onerror=alert(1)>', '#javascript:alert(1)', '#//example.org', '#/people/..%2F..%2Fadmin', '#/groups/../../admin/accounts', '#/nowhere']) {
      await member.page.evaluate((to) => {
        location.hash = to;
      }, hash);
      await member.page.getByRole('alert').waitFor();
    }
  });
});
