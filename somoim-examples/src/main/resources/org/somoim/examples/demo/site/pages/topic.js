// A topic of the forum: what was asked, what solved it, and everything else that was said.

import { h, put } from '../dom.js';
import { t } from '../words.js';
import { call, get, maybe, me, page } from '../api.js';
import { button, chip, empty, face, field, form, head, icon, link, menu, notice, personLink, sure, tell, when } from '../parts.js';
import { prose } from '../prose.js';
import { laidOn, reporting } from '../report.js';
import { tag } from './forum.js';

const SHOWN = 50;

/** @param wanted the post that one comes for, if any */
export default async function topic({ parts, query, again, wanted = null }) {
  const one = await get(`/forum/topics/${parts[0]}`);
  const byNumber = query.get('order') !== 'best';
  const isQuestion = one.post_type === 'QUESTION';
  const [category, listed] = await Promise.all([
    maybe(`/forum/categories/${one.category_id}`),
    page(`/forum/topics/${one.id}/posts?limit=${SHOWN}&order=${byNumber ? 'NUMBER' : 'QUALITY'}`),
  ]);
  const opening = byNumber ? listed.items.find((some) => some.post_number === 1) ?? null : (await page(`/forum/topics/${one.id}/posts?limit=1`)).items[0] ?? null;
  // What solved it may be further down, or hidden by now.
  const best = !one.best_answer_id ? null
    : listed.items.find((some) => some.id === one.best_answer_id) ?? (listed.next ? await maybe(`/forum/posts/${one.best_answer_id}`) : null);
  const isOpening = (some) => opening !== null && some.id === opening.id;
  const looksAfter = one.is_mine;
  const mayAccept = isQuestion && (one.created_by_user_id === me() || looksAfter);
  const place = { topic: one, looksAfter, mayAccept, again };
  const takes = one.status === 'OPEN' || (one.status === 'LOCKED' && looksAfter);
  const list = h('ol', { class: 'topic-posts' });
  const none = empty(t(isQuestion ? 'topic.none' : 'topic.none.talk'), takes ? t('topic.none.next') : '');
  const append = (some) => {
    list.append(...some.filter((post) => !isOpening(post) && post.id !== best?.id).map((post) => h('li', {}, postItem(post, place))));
    none.hidden = list.children.length > 0 || best !== null;
  };
  append(listed.items);
  let { next } = listed;
  const more = button(t('more'), async () => {
    const following = await page(next);
    append(following.items);
    next = following.next;
    more.hidden = next === null;
  }, 'quiet');
  more.hidden = next === null;
  const answers = Math.max(0, one.posts_count - 1);
  const node = h('div', { class: 'page narrow' },
    link(category ? category.name : t('nav.forum'), category ? `#/forum/${category.id}` : '#/forum', 'quiet back'),
    head(one.title),
    h('div', { class: 'row spread topic-chips' }, h('div', { class: 'row tight' },
      chip(t(`topic.type.${one.post_type}`)),
      one.is_solved && chip([icon('check'), t('forum.is-solved')], 'good'),
      one.is_pinned && chip([icon('pin'), t('pinned')], 'warm'),
      one.status !== 'OPEN' && chip(t(`topic.status.${one.status}`), 'warm'),
      one.tags.map(tag),
      h('span', { class: 'muted small' }, t('topic.views', { n: one.views_count }))),
    h('div', { class: 'row tight' }, follow(one), menu(t('menu.topic'), actions(one, looksAfter, again)))),
    laidOn(one.restraints, one.created_by_user_id === me() && '#/decisions'),
    opening ? postItem(opening, { ...place, isOpening: true }) : notice('', t('topic.opening.gone')),
    h('div', { class: 'row spread' },
      h('h2', {}, t(isQuestion ? 'topic.answers' : 'topic.posts', { n: answers })),
      isQuestion && answers > 1 && h('nav', { class: 'row tight', 'aria-label': t('topic.order') },
        h('a', { class: 'chip choice', href: `#/topics/${one.id}`, 'aria-current': byNumber ? 'true' : null }, t('topic.order.number')),
        h('a', { class: 'chip choice', href: `#/topics/${one.id}?order=best`, 'aria-current': byNumber ? null : 'true' }, t('topic.order.best')))),
    best && postItem({ ...best, is_best_answer: true }, place),
    list, none, more,
    takes ? writing(one, isQuestion, again) : notice('', t(`topic.status.${one.status}`), t(`topic.status.${one.status}.about`)));
  if (wanted) {
    requestAnimationFrame(() => node.querySelector(`[data-post="${CSS.escape(wanted)}"]`)?.scrollIntoView({ block: 'center' }));
  }
  return { title: one.title, node };
}

function follow(one) {
  let { follows } = one;
  const pressed = button(t(follows ? 'topic.unfollow' : 'topic.follow'), async () => {
    await call(follows ? 'DELETE' : 'PUT', `/forum/topics/${one.id}/follow`);
    follows = !follows;
    put(pressed, t(follows ? 'topic.unfollow' : 'topic.follow'));
    pressed.setAttribute('aria-pressed', String(follows));
    tell(t(follows ? 'topic.followed' : 'topic.unfollowed'));
  }, 'small', { 'aria-pressed': String(follows) });
  return pressed;
}

function actions(one, looksAfter, again) {
  const isMine = one.created_by_user_id === me();
  const become = (status) => [t(`topic.become.${status}`), async () => {
    await call('PUT', `/forum/topics/${one.id}/status`, { status });
    await again();
  }];
  return [
    !isMine && reporting('topic', one.id),
    looksAfter && [t(one.is_pinned ? 'unpin' : 'pin'), async () => {
      await call(one.is_pinned ? 'DELETE' : 'PUT', `/forum/topics/${one.id}/pin`);
      await again();
    }],
    looksAfter && one.status === 'OPEN' && become('LOCKED'),
    looksAfter && ['LOCKED', 'ARCHIVED'].includes(one.status) && become('OPEN'),
    (looksAfter || (isMine && one.posts_count <= 1)) && [t('delete'), async () => {
      if (await sure(t('delete.topic'), t('delete.post.about'), t('delete'))) {
        await call('DELETE', `/forum/topics/${one.id}`);
        location.hash = `#/forum/${one.category_id}`;
      }
    }],
  ];
}

function postItem(first, place) {
  const node = h('article', { class: 'post card forum-post', 'data-post': first.id });
  const show = (post) => {
    const isMine = post.user_id === me();
    node.classList.toggle('is-best', post.is_best_answer);
    put(node,
      post.is_best_answer && h('p', { class: 'best-mark' }, icon('check'), t('topic.best')),
      h('div', { class: 'post-head' },
        h('div', { class: 'byline' }, face({ id: post.user_id, name: post.user_name }), h('div', {}, personLink({ id: post.user_id, name: post.user_name }),
          h('div', { class: 'muted small' }, when(post.created_at), post.edited_at && ` · ${t('edited')}`, post.post_number && ` · ${t('topic.number', { n: post.post_number })}`))),
        menu(t('menu.post'), [
          isMine && [t('edit'), () => put(node, form([field(t('topic.write'), 'content', { rows: 6, value: post.content })], t('save'),
            async (values) => show(await call('PATCH', `/forum/posts/${post.id}`, { content: values.content })), { extra: [button(t('cancel'), () => show(post), 'quiet')] }))],
          !isMine && reporting('forum-post', post.id),
          !place.isOpening && (isMine || place.looksAfter) && [t('delete'), async () => {
            if (await sure(t('delete.post'), t('delete.post.about'), t('delete'))) {
              await call('DELETE', `/forum/posts/${post.id}`);
              put(node, h('p', { class: 'muted' }, t('deleted'), ' ', button(t('undo'), async () => show(await call('POST', `/forum/posts/${post.id}/restore`)), 'quiet small')));
            }
          }],
        ])),
      post.is_waiting && notice('warn', t('topic.waits'), t('topic.waits.next')),
      laidOn(post.restraints, isMine && '#/decisions'),
      prose(post.content),
      h('div', { class: 'post-foot' }, votes(post, isMine, show), accepting(post, place)));
  };
  show(first);
  return node;
}

/** Whether it helped. How many said no, nobody is told. */
function votes(post, isMine, show) {
  const path = `/forum/posts/${post.id}`;
  if (isMine) {
    return h('p', { class: 'muted small' }, t('topic.helped', { n: post.helpful_votes }), ' · ', t('topic.liked', { n: post.likes_count }));
  }
  const vote = (verdict) => async () => show(post.verdict === verdict ? await call('DELETE', `${path}/vote`) : await call('PUT', `${path}/vote`, { verdict }));
  const sign = (drawing, isOn, count, words, action) => button([icon(drawing), count === null ? null : h('span', {}, String(count))], action, `sign${isOn ? ' mine' : ''}`,
    { 'aria-pressed': String(isOn), 'aria-label': words, title: words });
  return h('div', { class: 'reactions' },
    button([icon('LIKE'), h('span', {}, `${t('topic.helpful')} ${post.helpful_votes}`)], vote('HELPFUL'), `sign${post.verdict === 'HELPFUL' ? ' mine' : ''}`,
      { 'aria-pressed': String(post.verdict === 'HELPFUL') }),
    sign('down', post.verdict === 'UNHELPFUL', null, t('topic.unhelpful'), vote('UNHELPFUL')),
    sign('LOVE', post.is_liked, post.likes_count, t('topic.liked', { n: post.likes_count }), async () => show(await call(post.is_liked ? 'DELETE' : 'PUT', `${path}/like`))));
}

function accepting(post, { topic, mayAccept, isOpening, again }) {
  if (!mayAccept || isOpening || post.is_waiting) {
    return null;
  }
  return button(t(post.is_best_answer ? 'topic.unaccept' : 'topic.accept'), async () => {
    await (post.is_best_answer ? call('DELETE', `/forum/topics/${topic.id}/best-answer`) : call('PUT', `/forum/posts/${post.id}/best-answer`));
    tell(t(post.is_best_answer ? 'topic.unaccepted' : 'topic.accepted'));
    await again();
  }, post.is_best_answer ? 'quiet small' : 'small');
}

function writing(one, isQuestion, again) {
  return h('section', { class: 'card' }, h('h2', {}, t(isQuestion ? 'topic.answer' : 'topic.say')), form([
    field(t('topic.write'), 'content', { rows: 5, required: true }, t('post.body.hint')),
  ], t(isQuestion ? 'topic.answer.send' : 'post.send'), async (values) => {
    const made = await call('POST', `/forum/topics/${one.id}/posts`, { content: values.content });
    tell(t(made.is_waiting ? 'topic.waits' : 'post.sent'));
    await again();
  }));
}
