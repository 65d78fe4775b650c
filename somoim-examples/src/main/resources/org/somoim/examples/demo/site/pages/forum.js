// The forum: what was asked and told last, in everything or in one category.

import { h } from '../dom.js';
import { t } from '../words.js';
import { call, get, page } from '../api.js';
import { button, chip, empty, growing, head, icon, link, personLink, section, when } from '../parts.js';
import { prose } from '../prose.js';

const FILTERS = [
  ['', 'forum.all'],
  ['type=QUESTION&solved=false', 'forum.unsolved'],
  ['type=QUESTION&solved=true', 'forum.solved'],
  ['type=DISCUSSION', 'forum.talk'],
];
const KNOWN = ['type', 'solved', 'tag'];

/** Categories as they stand in one another: each with how deep it stands. */
export function tree(categories, parent = null, depth = 0) {
  return categories.filter((one) => (one.parent_category_id ?? null) === parent)
    .flatMap((one) => [{ ...one, depth }, ...tree(categories, one.id, depth + 1)]);
}

export default async function forum({ parts, query, again }) {
  const [here = null] = parts;
  const asked = new URLSearchParams(KNOWN.filter((one) => query.get(one)).map((one) => [one, query.get(one)]));
  const path = new URLSearchParams([...asked, ...(here ? [['category', here]] : []), ['limit', '20']]);
  const [categories, first, pinned] = await Promise.all([get('/forum/categories'), page(`/forum/topics?${path}`), here ? get(`/forum/categories/${here}/pinned`) : []]);
  const names = new Map(categories.map((one) => [one.id, one]));
  const open = here ? names.get(here) ?? await get(`/forum/categories/${here}`) : null;
  const waiting = categories.some((one) => one.is_mine) ? await get('/forum/waiting?limit=10') : [];
  const shown = asked.size === 0 ? pinned : [];
  const own = new Set(shown.map((one) => one.id));
  const place = here ? `#/forum/${here}` : '#/forum';
  const line = (one) => (own.has(one.id) ? null : topicLine(one, here ? null : names.get(one.category_id)));
  return {
    title: open ? open.name : t('nav.forum'),
    node: h('div', { class: 'page' },
      open && link(t('nav.forum'), '#/forum', 'quiet back'),
      head(open ? open.name : t('nav.forum'), open ? null : t('forum.lead'), link([icon('plus'), t('ask.go')], here ? `#/ask?category=${here}` : '#/ask', 'main')),
      open?.description && prose(open.description, 'prose muted'),
      h('nav', { class: 'row chips', 'aria-label': t('forum.show') }, FILTERS.map(([filter, words]) =>
        h('a', { class: 'chip choice', href: filter ? `${place}?${filter}` : place, 'aria-current': !asked.has('tag') && asked.toString() === filter ? 'true' : null }, t(words))),
      asked.has('tag') && h('a', { class: 'chip choice', href: place, 'aria-current': 'true', 'aria-label': t('forum.tag.end', { tag: asked.get('tag') }) }, `#${asked.get('tag')} ×`)),
      h('div', { class: 'with-aside' },
        h('div', { class: 'stack' },
          waiting.length > 0 && toApprove(waiting, again),
          h('section', { class: 'card flush', 'aria-label': t('forum.topics') },
            growing({ items: [...shown, ...first.items.filter((one) => !own.has(one.id))], next: first.next },
              (one) => (shown.includes(one) ? topicLine(one, null) : line(one)),
              empty(t('forum.none'), t('forum.none.next'), link(t('ask.go'), here ? `#/ask?category=${here}` : '#/ask', 'main')), 'ul', 'plain topic-lines'))),
        h('aside', { class: 'stack' }, section(t('forum.categories'), h('ul', { class: 'plain' }, tree(categories).map((one) => h('li', { class: `depth-${one.depth + 1}` },
          h('a', { class: 'category-line', href: `#/forum/${one.id}`, 'aria-current': one.id === here ? 'page' : null }, h('span', { class: 'strong' }, one.name), h('span', { class: 'muted small' }, t(`forum.type.${one.forum_type}`))))))))))
    ,
  };
}

/** One line for a topic. @param category where topics of several stand together */
export function topicLine(topic, category) {
  const answers = Math.max(0, topic.posts_count - 1);
  const isQuestion = topic.post_type === 'QUESTION';
  return h('li', { class: 'topic-line' },
    h('span', { class: `tally${topic.is_solved ? ' solved' : answers > 0 ? ' some' : ''}` },
      topic.is_solved ? icon('check') : h('span', { class: 'tally-number' }, String(answers)),
      h('span', { class: 'tally-word' }, t(topic.is_solved ? 'forum.is-solved' : isQuestion ? 'forum.answers.word' : 'forum.posts.word', { n: answers }))),
    h('div', { class: 'grow' },
      h('h2', { class: 'topic-name' }, h('a', { href: `#/topics/${topic.id}` }, topic.title)),
      h('div', { class: 'row tight' },
        topic.is_pinned && chip([icon('pin'), t('pinned')], 'warm'),
        !isQuestion && topic.post_type !== 'DISCUSSION' && chip(t(`topic.type.${topic.post_type}`), 'good'),
        topic.status !== 'OPEN' && chip(t(`topic.status.${topic.status}`)),
        topic.tags.map(tag)),
      h('p', { class: 'muted small' }, personLink({ id: topic.created_by_user_id, name: topic.created_by_name }), ' · ', when(topic.active_at), category && [' · ', h('a', { href: `#/forum/${category.id}` }, category.name)])));
}

export function tag(words) {
  return h('a', { class: 'chip tag', href: `#/forum?${new URLSearchParams({ tag: words })}` }, `#${words}`);
}

/** What waits for whoever looks after a category. */
function toApprove(waiting, again) {
  return section(t('forum.waiting'), h('ul', { class: 'plain lines' }, waiting.map((one) => h('li', { class: 'decision-line' },
    h('p', { class: 'small' }, personLink({ id: one.user_id, name: one.user_name }), ' · ', when(one.created_at)),
    prose(one.content),
    h('div', { class: 'row' },
      button(t('forum.approve'), async () => {
        await call('PUT', `/forum/posts/${one.id}/approval`);
        await again();
      }, 'main small'),
      button(t('turn-down'), async () => {
        await call('DELETE', `/forum/posts/${one.id}/approval`);
        await again();
      }, 'quiet small'))))));
}
