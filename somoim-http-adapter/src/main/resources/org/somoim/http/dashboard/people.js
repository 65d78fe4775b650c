// People and groups in numbers, none of which is about few; and accounts, for those who look after them.

import {get, page, put, remove} from './calls.js';
import {badge, card, csv, deed, figure, figures, h, later, list, person, say} from './parts.js';
import {bars} from './plots.js';
import {day, named, number, t, time} from './words.js';

async function statistics() {
  const {least, parts} = await get('/admin/statistics');
  const shown = (value) => (value === undefined ? t('statistics.fewer', least) : `${number(value)}+`);
  return [
    h('p', {class: 'soft'}, t('statistics.why', least)),
    ...parts.flatMap((part) => [
      h('h3', {}, named('statistics', part.subject)),
      figures(...part.now.map((sort) => figure(named('sort', sort.sort), shown(sort.at_least)))),
      part.weeks.length > 0
        ? bars(t(`statistics.weeks.${part.subject}`), named('statistics', part.subject),
          part.weeks.map((week) => ({name: day(week.from), value: week.at_least ?? null})), {floor: least})
        : null,
    ]),
  ];
}

function accounts(desk) {
  const columns = [
    [t('account.id'), (one) => person(desk, one.id)],
    [t('account.email'), (one) => one.email],
    [t('account.role'), (one) => named('role', one.role)],
    [t('account.status'), (one) => badge(named('sort', one.status.toLowerCase()), one.status === 'SUSPENDED' ? 'bad' : '')],
    [t('account.since'), (one) => time(one.created_at)],
  ];
  if (desk.may('admin')) {
    columns.push([t('account.act'), (one) => h('div', {class: 'row'}, acts(desk, one))]);
  }
  return list(t('accounts'), columns, (cursor) => page('/admin/accounts', cursor, 20), t('accounts.empty'));
}

function acts(desk, one) {
  const then = (text, does, options) => deed(text, async () => {
    await does();
    say(t('done'));
    desk.redraw();
  }, options);
  const path = `/admin/accounts/${one.id}`;
  if (one.status === 'SUSPENDED') {
    return [then(t('account.reinstate'), () => remove(`${path}/suspension`))];
  }
  return one.status === 'ERASED' ? [] : [
    then(t('account.suspend'), () => put(`${path}/suspension`), {kind: 'harm', sure: t('account.sure')}),
    then(t('account.end-sessions'), () => remove(`${path}/sessions`)),
  ];
}

export function people(desk) {
  return [
    h('div', {class: 'head'}, h('h1', {}, t('page.people'))),
    card(t('statistics'), later(statistics)),
    desk.session.rank === 'admin'
      ? card([t('accounts'), csv('accounts')], accounts(desk))
      : null,
  ];
}
