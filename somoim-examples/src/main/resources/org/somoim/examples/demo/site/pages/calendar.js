// What is ahead in all of one's groups: as a month, as a list, and as a link for calendar programs.

import { h, put, s } from '../dom.js';
import { t } from '../words.js';
import { all, call, demo, get } from '../api.js';
import { button, card, chip, empty, field, form, head, link, notice, section, sure, tell } from '../parts.js';
import { eventLine } from './home.js';
import { clockTime, day, isoDay, month, now, shortDay, weekday } from '../clock.js';

const DAY = 86400000;

export default async function calendar({ parts, query, again }) {
  const view = parts[0] ?? 'month';
  const groups = new Map((await all('/me/groups?limit=50', 2)).map(({ group }) => [group.id, group.name]));
  const node = view === 'month' ? await asMonth(query, groups) : view === 'list' ? await asList(groups) : await links(groups, again);
  return {
    title: t('nav.calendar'),
    node: h('div', { class: 'page' },
      head(t('nav.calendar'), t('calendar.lead')),
      h('nav', { class: 'tabs', 'aria-label': t('nav.calendar') }, [['month', '#/calendar'], ['list', '#/calendar/list'], ['link', '#/calendar/link']].map(([name, href]) =>
        h('a', { href, 'aria-current': name === view ? 'page' : null }, t(`calendar.${name}`)))),
      node),
  };
}

function utc(text) {
  return new Date(`${text}T00:00:00Z`);
}

async function asMonth(query, groups) {
  const today = isoDay(now().toISOString());
  const first = /^\d{4}-\d{2}$/.test(query.get('month') ?? '') ? `${query.get('month')}-01` : `${today.slice(0, 7)}-01`;
  const begin = utc(first);
  const monday = new Date(begin.getTime() - ((begin.getUTCDay() + 6) % 7) * DAY);
  const last = new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + 1, 0));
  const weeks = Math.ceil(((last - monday) / DAY + 1) / 7);
  const days = Array.from({ length: weeks * 7 }, (nothing, index) => new Date(monday.getTime() + index * DAY));
  const from = new Date(monday.getTime() - DAY).toISOString();
  const until = new Date(monday.getTime() + (weeks * 7 + 1) * DAY).toISOString();
  const entries = await all(`/me/calendar?from=${encodeURIComponent(from)}&until=${encodeURIComponent(until)}&limit=50`, 4);
  const byDay = Map.groupBy ? Map.groupBy(entries, (one) => one.starts_on.slice(0, 10)) : grouped(entries);
  const other = (step) => new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + step, 1)).toISOString().slice(0, 7);
  const inMonth = entries.filter((one) => one.starts_on.startsWith(first.slice(0, 7)));
  return h('div', { class: 'stack' },
    h('div', { class: 'month-head' },
      link('‹', `#/calendar?month=${other(-1)}`, 'quiet icon-only'), h('h2', {}, month(begin)), link('›', `#/calendar?month=${other(1)}`, 'quiet icon-only'), link(t('calendar.today'), '#/calendar', 'quiet small')),
    h('table', { class: 'month' },
      h('caption', { class: 'visually-hidden' }, month(begin)),
      h('thead', {}, h('tr', {}, days.slice(0, 7).map((one) => h('th', { scope: 'col' }, weekday(one))))),
      h('tbody', {}, Array.from({ length: weeks }, (nothing, week) => h('tr', {}, days.slice(week * 7, week * 7 + 7).map((one) => {
        const key = one.toISOString().slice(0, 10);
        const there = byDay.get(key) ?? [];
        return h('td', { class: `${key.startsWith(first.slice(0, 7)) ? '' : 'other'}${key === today ? ' today' : ''}`, 'aria-current': key === today ? 'date' : null },
          h('span', { class: 'day-number' }, String(one.getUTCDate())),
          there.map((entry) => h('a', { class: `month-event${entry.attending ? ' attending' : ''}${entry.cancelled_at ? ' off' : ''}`, href: `#/events/${entry.id}`, title: `${entry.title} · ${groups.get(entry.group_id) ?? ''}` },
            h('span', { class: 'month-time' }, entry.starts_on.slice(11, 16)), ' ', h('span', { class: 'month-title' }, entry.title))));
      }))))),
    inMonth.length === 0 ? empty(t('calendar.none'), t('calendar.none.next'), link(t('discover.go'), '#/discover', 'main'))
      : h('section', { class: 'card only-small' }, h('ul', { class: 'plain' }, inMonth.map((one) => eventLine(one, groups.get(one.group_id))))),
    h('p', { class: 'muted small' }, t('calendar.times')));
}

function grouped(entries) {
  const map = new Map();
  entries.forEach((one) => map.set(one.starts_on.slice(0, 10), [...(map.get(one.starts_on.slice(0, 10)) ?? []), one]));
  return map;
}

async function asList(groups) {
  const entries = await all('/me/calendar?limit=50', 4);
  const byDay = grouped(entries);
  return entries.length === 0 ? empty(t('calendar.none'), t('calendar.none.next'), link(t('discover.go'), '#/discover', 'main'))
    : h('div', { class: 'stack' }, [...byDay].map(([key, there]) => h('section', { class: 'card' }, h('h2', {}, day(`${key}T12:00:00Z`, 'UTC')), h('ul', { class: 'plain' }, there.map((one) => eventLine(one, groups.get(one.group_id)))))));
}

/** For a telephone's camera. The host of the demo draws it, as no script here does. */
async function qrCode(address) {
  const drawn = await demo('qr', { text: address });
  if (drawn === null) {
    return null;
  }
  const dark = drawn.rows.map((row, y) => [...row].map((cell, x) => (cell === '1' ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  const side = drawn.rows.length + 8;
  return h('figure', { class: 'qr' },
    s('svg', { viewBox: `-4 -4 ${side} ${side}`, role: 'img', 'aria-label': t('subscribe.qr') }, s('path', { d: dark })),
    h('figcaption', { class: 'muted small' }, t('subscribe.qr.about')));
}

async function links(groups, again) {
  const known = await get('/me/calendar/links');
  const made = h('div', {});
  return h('div', { class: 'stack' },
    section(t('subscribe'), h('p', {}, t('subscribe.about')),
      form([
        field(t('subscribe.name'), 'name', { required: true, value: t('subscribe.preset') }),
        field(t('subscribe.what'), 'group_id', { value: '', options: [['', t('subscribe.all')], ...[...groups].map(([id, name]) => [id, name])] }),
      ], t('subscribe.make'), async (values) => {
        const one = await call('POST', '/me/calendar/links', { name: values.name, ...(values.group_id ? { group_id: values.group_id } : {}) });
        const address = location.origin + one.path;
        const shown = h('input', { class: 'copy', readonly: true, value: address, 'aria-label': t('subscribe.address'), onfocus: (event) => event.target.select() });
        put(made, notice('good', t('subscribe.made'), t('subscribe.made.next'), shown, h('div', { class: 'row' },
          button(t('copy'), async () => {
            await navigator.clipboard.writeText(address);
            tell(t('copied'));
          }, 'small'),
          h('a', { class: 'button small quiet', href: address.replace(/^https?/, 'webcal') }, t('subscribe.open'))),
          await qrCode(address)));
        made.scrollIntoView({ block: 'nearest' });
      }), made),
    section(t('subscribe.links'), known.length === 0 ? empty(t('subscribe.none'), t('subscribe.none.next')) : h('ul', { class: 'plain' }, known.map((one) => h('li', { class: 'member-line' },
      h('div', { class: 'grow' }, h('span', { class: 'strong' }, one.name), h('div', { class: 'muted small' }, `${one.group_id ? groups.get(one.group_id) ?? '' : t('subscribe.all')} · ${shortDay(one.created_at)}`)),
      button(t('subscribe.end'), async () => {
        if (await sure(t('subscribe.end'), t('subscribe.end.about'), t('subscribe.end'))) {
          await call('DELETE', `/me/calendar/links/${one.id}`);
          await again();
        }
      }, 'quiet small'))))));
}
