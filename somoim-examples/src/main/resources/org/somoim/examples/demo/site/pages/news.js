// What concerns one, and which of it one wants to hear.

import { h, put } from '../dom.js';
import { has, t } from '../words.js';
import { all, call, get, page } from '../api.js';
import { button, check, empty, face, growing, head, personLink, tell, when } from '../parts.js';

/** Where a notification leads. */
function target({ type, data }) {
  const [of, what] = type.split('.');
  if (of === 'groups') {
    return what === 'requested' ? `#/groups/${data.group}/door` : `#/groups/${data.group}`;
  }
  if (of === 'posts') {
    return what.endsWith('reacted') || !data.thread ? (data.group ? `#/groups/${data.group}` : `#/people/${data.page_of}`) : `#/posts/${data.thread}`;
  }
  if (of === 'events') {
    return `#/events/${data.subject}`;
  }
  if (of === 'chat') {
    return data.group ? `#/groups/${data.group}/chat` : `#/talks/${data.thread}`;
  }
  if (of === 'forum') {
    return what === 'posted' ? `#/topics/${data.thread}` : ['rejected', 'awaits-approval'].includes(what) ? '#/forum' : `#/answers/${data.subject}`;
  }
  if (of === 'moderation') {
    return what.startsWith('measure') ? `#/decisions/${data.subject}` : '#/decisions';
  }
  if (of === 'safety' && data.group) {
    return `#/groups/${data.group}/chat`;
  }
  return { comparison: '#/compare', goals: '#/goals/mine', sessions: '#/data' }[of] ?? '#/privacy';
}

/** What happens to one's own event is said like what happens to anybody's; a drill is said like the real thing. */
function words(type) {
  const plain = type.replace(/\.(?:own|drill)-/, '.');
  const said = has(`news.${plain}`) ? t(`news.${plain}`) : type;
  return type.includes('.drill-') ? `${said} ${t('news.drill')}` : said;
}

export default async function news({ again }) {
  const [first, preferences, belongings] = await Promise.all([page('/notifications?limit=25'), get('/me/notification-preferences'), all('/me/groups?limit=50', 2)]);
  const names = new Map(belongings.map(({ group }) => [group.id, group.name]));
  const line = (one) => {
    const item = h('li', { class: `news-line${one.is_read ? '' : ' unread'}` },
      face({ id: one.data.by ?? one.type, name: one.data.by_name ?? '·' }, 'small'),
      h('a', { class: 'grow', href: target(one), onclick: () => {
        call('PUT', `/notifications/${one.id}/read`).catch(() => null);
      } },
      !one.is_read && h('span', { class: 'visually-hidden' }, `${t('news.new')} `),
      h('span', { class: 'strong' }, one.data.by_name ?? ''), one.data.by_name ? ' · ' : '', words(one.type), one.data.count > 1 && ` · ${t('news.times', { n: one.data.count })}`,
      h('span', { class: 'muted small block' }, [names.get(one.data.group), null].filter((part) => part).join(' '), ' ', when(one.updated_at))),
      button(t('news.remove'), async () => {
        await call('DELETE', `/notifications/${one.id}`);
        item.remove();
      }, 'quiet small'));
    return item;
  };
  return {
    title: t('nav.news'),
    node: h('div', { class: 'page' },
      head(t('nav.news'), t('news.lead'), button(t('news.read-all'), async () => {
        await call('POST', '/notifications/read-all', {});
        await again();
      })),
      h('section', { class: 'card' }, growing(first, line, empty(t('news.none'), t('news.none.next')), 'ul', 'plain')),
      h('details', { class: 'card' }, h('summary', {}, h('h2', {}, t('news.choose'))), h('p', { class: 'muted' }, t('news.choose.about')),
        h('div', { class: 'checks' }, preferences.kinds.map((one) => check(words(one.type), one.type, one.is_on, async (event) => {
          await call(event.target.checked ? 'PUT' : 'DELETE', `/me/notification-preferences/${one.type}`);
          tell(t('saved'));
        }, { disabled: !one.is_optional }))))),
  };
}
