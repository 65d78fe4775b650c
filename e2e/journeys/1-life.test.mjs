// Somebody's life in the community, from signing up to being erased: once in Korean on a wide screen, once in English on a
// narrow one.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { NARROW, WIDE, close, journey, minutes, newEmail, session, api } from '../browser.mjs';
import { words } from '../words.mjs';

after(close);

const PASSWORD = 'a row of quiet lanterns';

for (const [language, size] of [['ko', WIDE], ['en', NARROW]]) {
  test(`a life in the community, in ${language} at ${size.width} px`, { timeout: minutes(10) }, async () => {
    const t = words(language);
    const email = newEmail();
    const name = language === 'ko' ? '새봄' : 'Wren';
    const keeper = await session('moderator@example.org');
    const doors = await api(keeper.access_token, 'POST', '/groups', { name: `Lamplight ${language} ${Date.now()}`, join_policy: 'REQUEST', description: 'Where people read by lamplight.' });

    await journey([{ language, size }, { language, size: WIDE, as: 'moderator@example.org' }], async (newcomer, moderator) => {
      const { page } = newcomer;
      const other = moderator.page;

      // Signing up, with the letter that a real host would send
      await newcomer.go('#/enter/sign-up');
      await page.getByLabel(t('display-name')).fill(name);
      await page.getByLabel(t('email')).fill(email);
      await page.getByLabel(t('password')).fill(PASSWORD);
      await page.getByRole('button', { name: t('sign-up.go') }).click();
      await page.getByRole('link', { name: t('letters.open') }).click();
      await page.getByRole('button', { name: t('confirm') }).click();
      await newcomer.shown('/enter');
      await page.getByLabel(t('email')).fill(email);
      await page.getByLabel(t('password')).fill(PASSWORD);
      await page.getByRole('button', { name: t('enter.go'), exact: true }).click();
      await newcomer.shown('/');
      await page.getByText(t('home.none'), { exact: true }).waitFor();

      // Finding a group, asking, being let in
      await newcomer.go('#/discover');
      await page.getByLabel(t('discover.search')).fill(doors.name);
      await page.getByRole('link', { name: doors.name }).click();
      await newcomer.shown(`/groups/${doors.id}`);
      await page.locator('.ask > summary').click();
      await page.getByLabel(t('ask.message')).fill('Hello there');
      await page.getByRole('button', { name: t('ask.send') }).click();
      await page.getByText(t('status.REQUESTED'), { exact: true }).waitFor();

      await moderator.go(`#/groups/${doors.id}/door`);
      await other.getByText('Hello there').waitFor();
      await other.getByRole('button', { name: t('let-in') }).click();
      await other.getByText(t('let-in.done', { name })).waitFor();

      // Writing, answering, reacting
      await newcomer.go(`#/groups/${doors.id}/posts`);
      await page.locator('.composer > summary').click();
      await page.getByLabel(t('post.title'), { exact: true }).fill('First light');
      await page.getByLabel(t('post.body'), { exact: true }).fill('**Good** evening\n\n- one\n- two');
      await page.getByRole('button', { name: t('post.send') }).click();
      await page.locator('.post .prose strong', { hasText: 'Good' }).waitFor();
      assert.equal(await page.locator('.post .prose li').count(), 2);

      await moderator.go(`#/groups/${doors.id}/posts`);
      await other.locator('.react > summary').first().click();
      await other.getByRole('button', { name: t('reaction.THANKS'), exact: true }).click();
      await other.getByRole('button', { name: t('reaction.count', { kind: t('reaction.THANKS'), n: 1 }) }).waitFor();
      await other.getByRole('button', { name: t('comments', { n: 0 }) }).click();
      await other.getByLabel(t('comment.write')).fill('Welcome!');
      await other.getByRole('button', { name: t('comment.send'), exact: true }).click();
      await other.locator('.comment', { hasText: 'Welcome!' }).waitFor();
      await newcomer.go('#/');
      await page.getByRole('button', { name: t('comments', { n: 1 }) }).click();
      await page.locator('.comment', { hasText: 'Welcome!' }).getByRole('button', { name: t('comment.answer') }).click();
      await page.getByLabel(t('comment.reply')).fill('Thank you');
      await page.locator('.comment .comment-form button[type=submit]').click();
      await page.locator('.comment.depth-2', { hasText: 'Thank you' }).waitFor();

      // Chat in two windows side by side
      await Promise.all([newcomer.go(`#/groups/${doors.id}/chat`), moderator.go(`#/groups/${doors.id}/chat`)]);
      await Promise.all([page, other].map((one) => one.locator('.chat-status[data-live]').waitFor()));
      const said = Date.now();
      await page.getByLabel(t('chat.write')).fill('Is anybody there?');
      await page.getByRole('button', { name: t('chat.send') }).click();
      await other.locator('.message', { hasText: 'Is anybody there?' }).waitFor();
      console.log(`  what was said reached the other window after ${Date.now() - said} ms`);
      await other.getByLabel(t('chat.write')).pressSequentially('Yes');
      await page.locator('.typing', { hasText: 'Nora Vale' }).waitFor();
      await other.keyboard.press('Enter');
      await page.locator('.message', { hasText: 'Yes' }).waitFor();
      assert.equal(await page.locator('.message').count(), 2, 'each message once');

      // An event of one seat
      await moderator.go(`#/groups/${doors.id}/events`);
      await other.locator('.composer > summary').click();
      await other.getByLabel(t('event.title'), { exact: true }).fill('Reading aloud');
      await other.getByLabel(t('event.starts')).fill('2030-05-04T19:00');
      await other.getByLabel(t('event.seats')).fill('1');
      await other.getByLabel(t('event.place'), { exact: true }).fill('The small room');
      await other.getByRole('button', { name: t('event.call') }).click();
      await other.getByRole('heading', { name: 'Reading aloud' }).waitFor();
      const event = /#\/events\/([^?]+)/.exec(other.url())[1];
      await other.getByRole('button', { name: t('answer.GOING') }).click();
      await other.getByRole('status').filter({ hasText: t('rsvp.GOING') }).waitFor();

      await newcomer.go(`#/events/${event}`);
      await page.getByRole('img', { name: t('seats.text', { going: 1, seats: 1, waiting: 0 }) }).waitFor();
      await page.getByRole('button', { name: t('answer.GOING') }).click();
      await page.getByText(t('rsvp.line', { n: 1 })).waitFor();
      await other.getByRole('button', { name: t('answer.NOT_GOING') }).click();
      await other.getByRole('status').filter({ hasText: t('rsvp.NOT_GOING') }).waitFor();
      await newcomer.reload();
      await page.getByRole('status').filter({ hasText: t('rsvp.GOING') }).waitFor();
      await newcomer.go('#/news');
      await page.locator('.news-line', { hasText: t('news.events.seat-found') }).waitFor();
      await newcomer.go('#/calendar?month=2030-05');
      await page.locator('.month a', { hasText: 'Reading aloud' }).waitFor();
      await newcomer.go('#/calendar/link');
      await page.getByRole('button', { name: t('subscribe.make') }).click();
      await page.getByRole('img', { name: t('subscribe.qr') }).waitFor();

      // Comparing with others: withheld until one says something, and then drawn
      await newcomer.go('#/compare');
      await page.getByText(t('withheld')).first().waitFor();
      await page.locator('select[name=band-age]').first().selectOption('from-35');
      await page.locator('select[name=band-income-krw]').first().selectOption('from-5');
      await page.getByRole('textbox').first().fill('3.5');
      await page.getByRole('button', { name: t('look.go'), exact: true }).click();
      await page.locator('svg.distribution .bar.own').first().waitFor();
      await page.getByText(t('withheld')).first().waitFor();
      assert.match(await page.locator('svg.distribution desc').textContent(), /\d+/);
      await page.locator('.receipt > summary').first().click();
      await page.getByRole('button', { name: t('receipt.check') }).first().click();
      await page.getByText(t('receipt.holds')).waitFor();
      await page.locator('#size').fill('0');
      await page.locator('#epsilon').fill('0');
      await page.getByText(t('what-if.withheld'), { exact: true }).waitFor();
      await page.locator('#size').fill('11');
      await page.getByText(t('what-if.split')).waitFor();

      // What others see
      await newcomer.go('#/privacy');
      await page.getByText(t('preview.nothing'), { exact: true }).waitFor();
      await page.getByLabel(t('setting.profile_visibility')).selectOption('GROUPS');
      await page.getByRole('button', { name: t('viewer.FELLOW') }).click();
      await page.locator('.preview', { hasText: name }).waitFor();
      await page.getByRole('button', { name: t('viewer.STRANGER') }).click();
      await page.locator('.preview', { hasText: t('preview.nothing.STRANGER') }).waitFor();

      // Taking everything along
      await newcomer.go('#/data');
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: t('export.save') }).click()]);
      assert.equal(download.suggestedFilename(), 'somoim-export.json');
      const exported = await (await import('node:fs/promises')).readFile(await download.path(), 'utf8');
      for (const own of [email, name, 'First light', 'Thank you', 'Is anybody there?']) {
        assert.ok(exported.includes(own), `the export holds ${own}`);
      }
      assert.ok(!exported.includes('Welcome!'), 'and nothing that others said');

      // Being erased
      await page.getByLabel(t('password'), { exact: true }).fill('not my password at all');
      newcomer.expects(403, /\/me\/erasure$/);
      await page.getByRole('button', { name: t('erase.go') }).click();
      await page.getByRole('dialog').getByRole('button', { name: t('erase.go') }).click();
      await page.getByRole('alert').waitFor();
      await page.getByLabel(t('password'), { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: t('erase.go') }).click();
      await page.getByRole('dialog').getByRole('button', { name: t('erase.go') }).click();
      await newcomer.shown('/enter');
      newcomer.expects(401, /\/sessions$/);
      await page.getByLabel(t('email')).fill(email);
      await page.getByLabel(t('password')).fill(PASSWORD);
      await page.getByRole('button', { name: t('enter.go'), exact: true }).click();
      await page.getByRole('alert').waitFor();
      await moderator.go(`#/groups/${doors.id}/members`);
      assert.equal(await other.getByText(name, { exact: true }).count(), 0);
    });
  });
}
