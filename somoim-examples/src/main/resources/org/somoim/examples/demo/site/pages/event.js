// A meeting: when and where, who comes, who waits for a seat.

import { h, safeLink } from '../dom.js';
import { t } from '../words.js';
import { call, get, maybe, me, membership as membershipIn } from '../api.js';
import { button, chip, empty, face, field, form, head, link, menu, notice, personLink, section, sure, tell } from '../parts.js';
import { prose } from '../prose.js';
import { reporting } from '../report.js';
import { seatTable } from '../table.js';
import { ago, clockTime, longTime, now, shortTime } from '../clock.js';

const MINUTES = [['', 'remind.none'], ['60', 'remind.hour'], ['180', 'remind.hours'], ['1440', 'remind.day'], ['10080', 'remind.week']];

export default async function event({ parts, again }) {
  const id = parts[0];
  const one = await get(`/events/${id}`);
  const membership = one.group_id ? await membershipIn(one.group_id) : null;
  const looksAfter = one.creator?.id === me() || ['MODERATOR', 'ADMIN', 'OWNER'].includes(membership?.role);
  const mayAnswer = looksAfter || one.group_id === undefined || membership?.status === 'ACTIVE';
  const [tally, mine, group, going, waiting, reminders] = await Promise.all([
    get(`/events/${id}/tally`),
    maybe(`/events/${id}/rsvp`),
    one.group_id ? maybe(`/groups/${one.group_id}`) : null,
    mayAnswer ? maybe(`/events/${id}/rsvps?answer=GOING&limit=50`) : null,
    looksAfter ? maybe(`/events/${id}/rsvps?answer=WAITLISTED&limit=50`) : null,
    maybe(`/events/${id}/reminders`),
  ]);
  const isOver = Date.parse(one.ends_at ?? one.starts_at) < now().getTime();
  const title = one.max_attendees
    ? t('seats.text', { going: tally.going, seats: one.max_attendees, waiting: tally.waiting })
    : t('seats.open', { going: tally.going, waiting: tally.waiting });
  return {
    title: one.title,
    node: h('div', { class: 'page' },
      group && link(group.name, `#/groups/${group.id}/events`, 'quiet back'),
      head(one.title, longTime(one.starts_at, one.zone), menu(t('menu.event'), [
        one.creator?.id !== me() && reporting('event', id),
        looksAfter && !one.is_cancelled && !isOver && [t('event.cancel'), async () => {
          if (await sure(t('event.cancel.title'), t('event.cancel.about'), t('event.cancel'))) {
            await call('POST', `/events/${id}/cancel`);
            await again();
          }
        }],
      ])),
      one.is_cancelled && notice('bad', t('event.cancelled'), t('event.cancelled.next')),
      h('div', { class: 'with-aside' },
        h('div', { class: 'stack' },
          h('section', { class: 'card seats' },
            seatTable({ seats: one.max_attendees, going: tally.going, waiting: tally.waiting, mine: mine?.answer, title }),
            h('div', { class: 'stack grow' },
              h('p', { class: 'strong' }, title),
              h('ul', { class: 'legend small' }, legend('taken', 'seat.taken'), one.max_attendees && legend('free', 'seat.free'), legend('mine', 'seat.mine'), one.max_attendees && legend('waits', 'seat.waits')),
              mayAnswer ? own(one, mine, isOver, again) : notice('', t('members-only'), t('event.join-first'), link(t('event.to-group'), `#/groups/${one.group_id}`, 'main')))),
          one.description && section(t('event.about'), prose(one.description)),
          going && people('event.going', going, one, looksAfter, isOver, again),
          waiting && waiting.length > 0 && people('event.waiting', waiting, one, looksAfter, isOver, again)),
        h('aside', { class: 'stack' },
          section(t('event.when'), h('p', {}, longTime(one.starts_at, one.zone)), one.ends_at && h('p', { class: 'muted' }, t('event.until', { time: clockTime(one.ends_at, one.zone) })), h('p', { class: 'muted small' }, ago(one.starts_at)), one.recurrence && chip(t('event.again'))),
          section(t('event.place'), venue(one.venue)),
          one.creator && section(t('event.by'), h('div', { class: 'member-line' }, face(one.creator), personLink(one.creator))),
          reminders && !isOver && section(t('remind'), remind(id, reminders))))),
  };
}

function legend(state, words) {
  return h('li', {}, h('span', { class: `legend-dot ${state}`, 'aria-hidden': 'true' }), t(words));
}

/** One's own answer and the answers one can give. */
function own(one, mine, isOver, again) {
  if (one.is_cancelled || isOver) {
    return isOver ? h('p', { class: 'muted' }, t('event.over')) : null;
  }
  const answer = (word) => async () => {
    const now = await call('PUT', `/events/${one.id}/rsvp`, { answer: word });
    tell(t(now.waits_for_approval ? 'rsvp.asks' : `rsvp.${now.answer}`));
    await again();
  };
  const chosen = mine?.answer;
  const choice = (word) => button(t(`answer.${word}`), answer(word), chosen === word || (word === 'GOING' && chosen === 'WAITLISTED') ? 'main' : '', { 'aria-pressed': String(chosen === word) });
  return h('div', { class: 'stack' },
    mine && h('p', { class: 'own-answer', role: 'status' },
      chosen === 'WAITLISTED'
        ? mine.offered_until ? t('rsvp.offered', { time: shortTime(mine.offered_until) }) : mine.waits_for_approval ? t('rsvp.asks') : t('rsvp.line', { n: mine.line ?? 1 })
        : t(`rsvp.${chosen}`)),
    h('div', { class: 'row', role: 'group', 'aria-label': t('event.answer') }, choice('GOING'), choice('INTERESTED'), choice('NOT_GOING')),
    mine && button(t('rsvp.take-back'), async () => {
      await call('DELETE', `/events/${one.id}/rsvp`);
      await again();
    }, 'quiet small'));
}

function people(title, all, one, looksAfter, isOver, again) {
  return section(t(title), all.length === 0 ? empty(t('event.nobody'), t('event.nobody.next')) : h('ul', { class: 'plain faces' }, all.map((rsvp) => h('li', { class: 'member-line' },
    face({ id: rsvp.user_id, name: rsvp.name }), h('div', { class: 'grow' }, personLink({ id: rsvp.user_id, name: rsvp.name }), rsvp.guests > 0 && h('span', { class: 'muted small' }, ` ${t('event.guests', { n: rsvp.guests })}`)),
    rsvp.line && chip(t('event.line', { n: rsvp.line })),
    rsvp.waits_for_approval && chip(t('event.asks'), 'warm'),
    looksAfter && !isOver && rsvp.waits_for_approval && button(t('let-in'), async () => {
      await call('PUT', `/events/${one.id}/rsvps/${rsvp.user_id}/approval`);
      await again();
    }, 'small main')))));
}

function venue(place) {
  if (!place) {
    return h('p', { class: 'muted' }, t('event.place.none'));
  }
  const online = place.online ? safeLink(place.online) : null;
  return h('div', {},
    place.label && h('p', {}, place.label), place.address && h('p', {}, place.address),
    online && h('a', { href: online, rel: 'noopener noreferrer', target: '_blank' }, t('event.online')),
    !place.label && !place.address && !online && h('p', { class: 'muted' }, t('event.place.hidden')));
}

function remind(id, reminders) {
  const present = String(reminders.minutes_before[0] ?? '');
  const options = MINUTES.some(([value]) => value === present) ? MINUTES : [...MINUTES, [present, 'remind.own']];
  const select = field(t('remind.when'), 'minutes', { value: present, options: options.map(([value, words]) => [value, t(words, { n: present })]), onchange: async (event) => {
    await call('PUT', `/events/${id}/reminders`, { minutes_before: event.target.value ? [Number(event.target.value)] : [] });
    tell(t('saved'));
  } });
  return select;
}
