// Due process, from a report to an objection that is upheld; and the forum and goals, where it begins.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { NARROW, WIDE, api, barriers, close, forgetSession, journey, minutes, newcomer, session } from '../browser.mjs';
import { words } from '../words.mjs';

after(close);

/** What a moderator does; their pages are elsewhere. */
async function decided(moderator, kind, id, ruling) {
  const open = (await api(moderator.access_token, 'GET', '/cases')).find((one) => one.kind === kind && one.subject_id === id);
  const held = open ? await api(moderator.access_token, 'POST', `/cases/${open.id}/claim`) : await api(moderator.access_token, 'POST', '/cases', { kind, id, ground: 'OTHER' });
  return ruling === null ? api(moderator.access_token, 'POST', `/cases/${held.id}/dismiss`, { version: held.version })
    : api(moderator.access_token, 'POST', `/cases/${held.id}/decide`, { version: held.version, ground: 'SCAM', ...ruling });
}

for (const [language, size] of [['ko', NARROW], ['en', WIDE]]) {
  test(`a question, its answer, a report, a decision and an objection, in ${language} at ${size.width} px`, { timeout: minutes(10) }, async () => {
    const t = words(language);
    const moderator = await session('moderator@example.org');
    const admin = await session('admin@example.org');
    const asker = await newcomer(language === 'ko' ? '물음이' : 'Asker');
    const seller = await newcomer(language === 'ko' ? '답한이' : 'Answerer');
    await Promise.all([asker, seller].map((one) => api(one.access_token, 'PATCH', '/me/privacy', { profile_visibility: 'EVERYONE' })));

    await journey([{ language, size, as: asker.email }, { language, size: WIDE, as: seller.email }], async (one, other) => {
      const { page } = one;
      const there = other.page;

      // Asking
      const question = `Where do lanterns go at noon, ${Date.now()}?`;
      await one.go('#/forum');
      await page.getByRole('link', { name: t('ask.go') }).first().click();
      await one.shown('/ask');
      await page.getByLabel(t('ask.title')).fill(question);
      await page.getByLabel(t('ask.body')).fill('They hang **all night** and then?');
      await page.getByLabel(t('ask.tags')).fill('lanterns, noon');
      await page.getByRole('button', { name: t('ask.post') }).click();
      await page.getByRole('heading', { level: 1, name: question }).waitFor();
      await page.locator('.forum-post strong', { hasText: 'all night' }).waitFor();
      const topic = /#\/topics\/([^?]+)/.exec(page.url())[1];

      // Answering, finding it helpful, saying that it solved the question
      await other.go('#/forum');
      await there.getByRole('link', { name: question }).click();
      await other.shown(`/topics/${topic}`);
      await there.getByLabel(t('topic.write'), { exact: true }).fill('Into the shed. Also, send money to my friend and he will **double** it.');
      await there.getByRole('button', { name: t('topic.answer.send') }).click();
      await there.locator('.topic-posts .forum-post', { hasText: 'Into the shed' }).waitFor();
      await one.go(`#/topics/${topic}`);
      const answer = page.locator('.forum-post', { hasText: 'Into the shed' });
      await answer.getByRole('button', { name: `${t('topic.helpful')} 0` }).click();
      await answer.getByRole('button', { name: `${t('topic.helpful')} 1`, pressed: true }).waitFor();
      await answer.getByRole('button', { name: t('topic.accept') }).click();
      await page.locator('.forum-post.is-best', { hasText: 'Into the shed' }).waitFor();
      await other.go('#/news');
      await there.locator('.news-line', { hasText: t('news.forum.solved') }).getByRole('link').click();
      await there.locator('.forum-post.is-best', { hasText: 'Into the shed' }).waitFor();
      await other.go('#/forum?type=QUESTION&solved=true');
      await there.getByRole('link', { name: question }).waitFor();
      await other.go(`#/forum?${new URLSearchParams({ tag: 'noon' })}`);
      await there.getByRole('link', { name: question }).waitFor();

      // Reporting: without a reason nothing is sent; with one, once
      await one.go(`#/topics/${topic}`);
      await answer.locator('.menu > summary').click();
      await answer.getByRole('button', { name: t('report'), exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: t('report.send') }).click();
      await dialog.getByRole('alert').getByText(t('report.choose')).waitFor();
      assert.deepEqual(await barriers(page), [], 'the window for reports');
      await dialog.getByLabel(t('ground.SCAM'), { exact: true }).check();
      await dialog.getByLabel(t('report.words')).fill('He asks for money.');
      await dialog.getByRole('button', { name: t('report.send') }).click();
      await dialog.waitFor({ state: 'detached' });
      await one.go('#/decisions');
      await page.locator('.decision-line', { hasText: 'He asks for money.' }).getByText(t('report.OPEN')).waitFor();

      // Deciding: whoever reported hears of it, whoever wrote it reads why and objects
      const post = (await api(seller.access_token, 'GET', '/me/forum-posts'))[0];
      const measure = await decided(moderator, 'forum-post', post.id, { kind: 'HIDE', rule: 'No schemes', facts: 'It asks for **money**.', points: 1 });
      await one.go('#/news');
      await page.locator('.news-line', { hasText: t('news.moderation.report-closed') }).waitFor();
      await one.go('#/decisions');
      await page.locator('.decision-line', { hasText: 'He asks for money.' }).getByText(t('report.UPHELD')).waitFor();
      await one.go(`#/topics/${topic}`);
      assert.equal(await answer.count(), 0, 'what is hidden is hidden');
      await other.go(`#/topics/${topic}`);
      await there.locator('.forum-post', { hasText: 'Into the shed' }).getByText(t('restraint.HIDDEN')).waitFor();
      await other.go('#/news');
      await there.locator('.news-line', { hasText: t('news.moderation.measure-taken') }).getByRole('link').click();
      await other.shown(`/decisions/${measure.id}`);
      await there.getByText('No schemes').waitFor();
      await there.getByText(t('machine.AUTOMATED_DECISION_NOT_AUTOMATED')).waitFor();
      await there.getByText(t('statement.points.are', { n: 1 })).waitFor();
      assert.deepEqual(await barriers(there), [], 'a statement of reasons');
      await there.getByLabel(t('appeal.words')).fill('It was a joke about lanterns.');
      await there.getByRole('button', { name: t('appeal.send') }).click();
      await there.getByText(t('appeal.wait')).waitFor();

      // The objection is judged by somebody else, and everything is as it was
      const [objection] = (await api(admin.access_token, 'GET', '/appeals?limit=50')).filter((some) => some.measure_id === measure.id);
      await api(admin.access_token, 'POST', `/appeals/${objection.id}/overturn`, { words: 'We laughed, **later**.' });
      await other.go('#/decisions');
      await there.locator('.decision-line', { hasText: 'It was a joke about lanterns.' }).getByText(t('appeal.OVERTURNED')).waitFor();
      await there.locator('.answered strong', { hasText: 'later' }).waitFor();
      await one.go(`#/topics/${topic}`);
      await answer.waitFor();
      await one.go('#/decisions');
      await page.locator('.decision-line', { hasText: 'He asks for money.' }).getByText(t('report.VOID')).waitFor();
    });
  });
}

test('everything that people write and are can be reported, and a dismissal can be objected to', { timeout: minutes(10) }, async () => {
  const t = words('en');
  const moderator = await session('moderator@example.org');
  const member = await newcomer('Reporter');
  const writer = await newcomer('Writer');
  await api(writer.access_token, 'PATCH', '/me/privacy', { profile_visibility: 'EVERYONE' });
  const group = await api(writer.access_token, 'POST', '/groups', { name: `Everything ${Date.now()}`, join_policy: 'OPEN' });
  await api(member.access_token, 'PUT', `/groups/${group.id}/membership`);
  const post = await api(writer.access_token, 'POST', `/groups/${group.id}/posts`, { title: 'A post', body: 'of mine' });
  await api(writer.access_token, 'POST', `/posts/${post.id}/comments`, { body: 'A comment' });
  await api(writer.access_token, 'POST', `/conversations/${group.id}/messages`, { body: 'A message' });
  const event = await api(writer.access_token, 'POST', `/groups/${group.id}/events`, { title: 'An event', starts_on: '2030-01-05T10:00:00', zone: 'Asia/Seoul' });

  await journey([{ language: 'en', as: member.email }], async (one) => {
    const { page } = one;
    for (const [kind, hash, within] of [
      ['post', `#/posts/${post.id}`, '.post-head'],
      ['comment', `#/posts/${post.id}`, '.comment'],
      ['message', `#/groups/${group.id}/chat`, '.message'],
      ['event', `#/events/${event.id}`, '.page-head'],
      ['group', `#/groups/${group.id}`, '.group-head'],
      ['person', `#/people/${writer.user_id}`, '.group-head'],
    ]) {
      await one.go(hash);
      const place = page.locator(within).first();
      await place.locator('.menu:not(.react) > summary').first().click();
      await place.getByRole('button', { name: t('report'), exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(t('ground.OTHER'), { exact: true }).check();
      await dialog.getByLabel(t('report.words')).fill(`About the ${kind}.`);
      await dialog.getByRole('button', { name: t('report.send') }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    await one.go('#/decisions');
    assert.equal(await page.locator('.decision-line').count(), 6);

    await decided(moderator, 'event', event.id, null);
    await one.go('#/decisions');
    const line = page.locator('.decision-line', { hasText: 'About the event.' });
    await line.getByText(t('report.DISMISSED')).waitFor();
    await line.locator('summary').click();
    await line.getByLabel(t('appeal.words')).fill('Look again, please.');
    await line.getByRole('button', { name: t('appeal.send') }).click();
    await page.locator('.decision-line', { hasText: 'Look again, please.' }).getByText(t('appeal.FILED')).waitFor();
    assert.equal(await line.locator('details').count(), 0, 'one objects once');
  });
});

test('whoever is suspended reads why, and has what is theirs', { timeout: minutes(6) }, async () => {
  const t = words('en');
  const moderator = await session('moderator@example.org');
  const somebody = await newcomer('Suspended');
  await decided(moderator, 'person', somebody.user_id, { kind: 'SUSPEND', rule: 'Be kind', facts: 'Too loud.', minutes: 1440, points: 2 });
  forgetSession(somebody.email);
  await session(somebody.email, somebody.password);
  await journey([{ language: 'en', size: NARROW, as: somebody.email, expecting: [{ status: 403, path: /\/api\/v1\/me$/ }] }], async (one) => {
    const { page } = one;
    await one.shown('/decisions');
    await page.getByText(t('decisions.barred')).waitFor();
    assert.equal(await page.locator('.side a.nav-link').count(), 2, 'nothing else is offered');
    await page.getByRole('link', { name: t('measure.SUSPEND') }).click();
    await page.getByText('Be kind').waitFor();
    await page.getByLabel(t('appeal.words')).waitFor();
    await page.evaluate(() => {
      location.hash = '#/compare';
    });
    await one.shown('/decisions');
    await one.go('#/data');
    await page.getByRole('button', { name: t('export.save') }).waitFor();
  });
});

test('a goal is shared without a name, told as it will go out, and cheered', { timeout: minutes(8) }, async () => {
  const t = words('en');
  const sharer = await newcomer('Goal Sharer');
  await journey([{ language: 'en', size: NARROW, as: sharer.email }, { language: 'ko', as: 'member@example.org' }], async (one, member) => {
    const { page } = one;
    await one.go('#/goals/mine');
    await page.getByRole('link', { name: t('goals.share') }).last().click();
    await one.shown('/goals/share');
    await page.getByText(t('goals.closed')).waitFor();
    one.expects(409, /\/me\/goal-shares$/);
    await page.getByRole('button', { name: t('goals.share'), exact: true }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel(t('setting.goal_sharing_level')).selectOption('STORY');
    await page.locator('.teller.good').first().waitFor();
    await page.locator('.chip.choice').first().click();
    await page.getByLabel(t('goals.amount')).fill('12,345,678');
    await page.getByLabel(t('goals.progress.now')).fill('30');
    await page.getByRole('button', { name: t('goals.share'), exact: true }).click();
    await one.shown('/goals/mine');
    await page.getByRole('img', { name: t('goals.progress', { percent: 30 }) }).waitFor();
    await page.getByText(t('goals.story.write')).click();
    await page.getByLabel(t('goals.story.title')).fill('Three months apart');
    await page.getByLabel(t('goals.strategy_description'), { exact: true }).fill('Ask me at wren@example.org or 010-1234-5678.');
    await page.getByRole('button', { name: t('goals.story.preview') }).click();
    const preview = page.locator('.story-preview');
    await preview.waitFor();
    assert.ok(!(await preview.innerText()).includes('wren@example.org'), 'an address does not go out');
    assert.ok(!(await preview.innerText()).includes('1234-5678'), 'nor does a number');
    assert.deepEqual(await barriers(page), [], 'a preview');
    await page.getByRole('button', { name: t('goals.story.publish') }).click();
    await page.getByRole('heading', { name: 'Three months apart' }).waitFor();

    const k = words('ko');
    await member.go('#/goals');
    const first = member.page.locator('.goal').first();
    const cheer = first.locator('[data-cheer=INSPIRED]');
    const before = await cheer.innerText();
    await cheer.click();
    await member.page.getByText(k('goals.tomorrow')).waitFor();
    await first.locator('[data-cheer=INSPIRED][aria-pressed=true]').waitFor();
    assert.equal(await cheer.innerText(), before, 'counted from tomorrow on');
    await cheer.click();
    await member.page.getByText(k('goals.taken-back')).waitFor();
    await member.page.getByLabel(k('goals.category')).selectOption('EDUCATION');
    await member.page.waitForURL(/category=EDUCATION/);
    await member.page.locator('.goal').first().waitFor();
  });
});
