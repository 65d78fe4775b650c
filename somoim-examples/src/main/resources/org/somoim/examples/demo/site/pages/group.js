// A group: what is said in it, who is in it, when it meets, who stands at its door.

import { h, put } from '../dom.js';
import { t } from '../words.js';
import { all, call, get, maybe, me, membership as membershipIn, page } from '../api.js';
import { button, card, chip, empty, errorBox, face, field, form, growing, link, menu, notice, personLink, section, sure, tell, when } from '../parts.js';
import { emblem, hue } from '../table.js';
import { wall } from '../posts.js';
import { reporting } from '../report.js';
import { conversationOrWhy } from '../chat.js';
import { category } from './discover.js';
import { eventLine } from './home.js';
import { now, ownZone, shortDay } from '../clock.js';

const RANKS = ['MEMBER', 'MODERATOR', 'ADMIN', 'OWNER'];

export default async function group({ parts, again }) {
  const [id, tab = 'posts'] = parts;
  const [one, membership] = await Promise.all([get(`/groups/${id}`), membershipIn(id)]);
  const isMember = membership?.status === 'ACTIVE';
  const rank = isMember ? RANKS.indexOf(membership.role) : -1;
  const place = { id, group: one, membership, isMember, rank, again };
  const tabs = ['posts', isMember && 'chat', 'events', 'members', rank > 0 && 'door', 'about'].filter((name) => name);
  const shown = await content(tab, place);
  return {
    title: one.name,
    leave: shown.leave,
    node: h('div', { class: 'page' },
      h('header', { class: `group-head ${hue(id)}` }, emblem(id, 'huge'),
        h('div', { class: 'grow' },
          h('h1', { tabindex: '-1' }, one.name),
          h('div', { class: 'row tight' }, one.category && chip(category(one.category)), chip(t(`visibility.${one.visibility}`)), chip(t(`join.${one.join_policy}`)), chip(t('members', { n: one.members })), isMember && chip(t(`role.${membership.role}`), 'good'))),
        h('div', { class: 'row' }, standing(place), !isMember && menu(t('menu.group'), [reporting('group', id)]))),
      h('nav', { class: 'tabs', 'aria-label': one.name }, tabs.map((name) =>
        h('a', { href: `#/groups/${id}/${name}`, 'aria-current': name === tab ? 'page' : null }, t(`tab.${name}`)))),
      shown.node),
  };
}

async function content(tab, place) {
  if (tab === 'chat') {
    return conversationOrWhy(place.id);
  }
  const made = { posts, events, members, door, about }[tab];
  try {
    return { node: await made(place) };
  } catch (error) {
    if (error.status === 404 && !place.isMember) {
      return { node: empty(t('members-only'), t('members-only.next')) };
    }
    return { node: await errorBox(error) };
  }
}

/** What one is to the group, and what one can do about it. */
function standing({ id, group, membership, rank, again }) {
  const change = (method, path, words, body) => async () => {
    const made = await call(method, `/groups/${id}${path}`, body);
    tell(t(made?.status === 'REQUESTED' ? 'asked' : words, { name: group.name }));
    await again();
  };
  if (membership?.status === 'ACTIVE') {
    return menu(t('menu.group'), [
      group.created_by !== me() && reporting('group', id),
      [t('mute'), async () => {
        await call('PUT', `/me/muted-groups/${id}`);
        tell(t('muted'));
      }],
      rank < 3 && [t('leave'), async () => {
        if (await sure(t('leave.title', { name: group.name }), t('leave.about'), t('leave'))) {
          await change('DELETE', '/membership', 'left')();
        }
      }],
    ]);
  }
  if (membership?.status === 'INVITED') {
    return [button(t('invited.follow'), change('PUT', '/membership', 'joined'), 'main'), button(t('invited.decline'), change('DELETE', '/membership', 'declined'), 'quiet')];
  }
  if (membership?.status === 'REQUESTED') {
    return [chip(t('status.REQUESTED'), 'warm'), button(t('take-back'), change('DELETE', '/membership', 'taken-back'), 'quiet')];
  }
  if (membership?.status === 'BANNED') {
    return chip(t('status.BANNED'), 'bad');
  }
  if (group.join_policy === 'OPEN') {
    return button(t('join'), change('PUT', '/membership', 'joined'), 'main');
  }
  if (group.join_policy === 'REQUEST') {
    const asking = h('details', { class: 'menu ask' }, h('summary', { class: 'button main' }, t('ask')),
      h('div', { class: 'menu-list' }, form([field(t('ask.message'), 'message', { maxlength: 200 }, t('ask.message.hint'))], t('ask.send'),
        (values) => change('POST', '/requests', 'joined', values.message.trim() ? { message: values.message.trim() } : {})())));
    return asking;
  }
  return chip(t('join.INVITE'));
}

async function posts({ id, isMember, rank }) {
  return wall(`/groups/${id}/posts`, {
    mayWrite: isMember ? `/groups/${id}/posts` : null,
    moderates: rank > 0,
    nothing: empty(t('posts.none'), t(isMember ? 'posts.none.next' : 'posts.none.join')),
  });
}

async function events({ id, isMember, again }) {
  const [ahead, past] = await Promise.all([page(`/groups/${id}/events?limit=20`),
    page(`/groups/${id}/events?from=2020-01-01T00:00:00Z&until=${encodeURIComponent(now().toISOString())}&limit=20`)]);
  const line = (one) => eventLine({ ...one, cancelled_at: one.is_cancelled }, null);
  return h('div', { class: 'stack' },
    isMember && newEvent(id, again),
    section(t('events.ahead'), growing(ahead, line, empty(t('events.none'), t(isMember ? 'events.none.next' : 'posts.none.join')), 'ul', 'plain')),
    past.items.length > 0 && section(t('events.past'), growing({ items: past.items.slice().reverse(), next: null }, line, null, 'ul', 'plain')));
}

function newEvent(id, again) {
  return h('details', { class: 'card composer' }, h('summary', {}, t('event.call')), form([
    field(t('event.title'), 'title', { required: true }),
    h('div', { class: 'fields' },
      field(t('event.starts'), 'starts_on', { type: 'datetime-local', required: true }),
      field(t('event.seats'), 'seats', { type: 'number', min: 1 }, t('event.seats.hint'))),
    field(t('event.place'), 'place'),
    field(t('event.about'), 'description', { rows: 3 }),
  ], t('event.call'), async (values) => {
    const made = await call('POST', `/groups/${id}/events`, {
      title: values.title,
      starts_on: values.starts_on.length === 16 ? `${values.starts_on}:00` : values.starts_on,
      zone: ownZone(),
      ...(values.description.trim() ? { description: values.description } : {}),
      ...(values.place.trim() ? { venue: { address: values.place } } : {}),
      ...(values.seats ? { max_attendees: Number(values.seats) } : {}),
    });
    tell(t('event.called'));
    location.hash = `#/events/${made.id}`;
    await again;
  }));
}

async function members({ id, rank, again }) {
  const first = await page(`/groups/${id}/members?limit=50`);
  return card(h('h2', {}, t('tab.members')), growing(first, (one) => h('li', { class: 'member-line' },
    face({ id: one.user_id, name: one.display_name }), h('div', { class: 'grow' }, personLink(one), h('div', { class: 'muted small' }, t('member.since', { day: shortDay(one.joined_at ?? one.updated_at) }))),
    one.role !== 'MEMBER' && chip(t(`role.${one.role}`), one.role === 'OWNER' ? 'warm' : 'good'),
    rank > RANKS.indexOf(one.role) && one.user_id !== me() && menu(t('menu.member'), [
      rank >= 2 && ['MEMBER', 'MODERATOR'].filter((role) => role !== one.role).map((role) => [t(`make.${role}`), async () => {
        await call('PUT', `/groups/${id}/members/${one.user_id}/role`, { role });
        await again();
      }])[0],
      [t('remove'), async () => {
        if (await sure(t('remove.title'), t('remove.about'), t('remove'))) {
          await call('DELETE', `/groups/${id}/members/${one.user_id}`);
          await again();
        }
      }],
      [t('ban'), async () => {
        if (await sure(t('ban.title'), t('ban.about'), t('ban'))) {
          await call('PUT', `/groups/${id}/bans/${one.user_id}`);
          await again();
        }
      }],
    ])), empty(t('members.none')), 'ul', 'plain'));
}

async function door({ id, group, rank }) {
  const [asking, invites] = await Promise.all([all(`/groups/${id}/requests?limit=50`, 2), rank >= 2 ? get(`/groups/${id}/invites?limit=20`) : []]);
  const list = h('ul', { class: 'plain' }, asking.map((one) => {
    const item = h('li', { class: 'member-line' }, face({ id: one.user_id, name: one.display_name }),
      h('div', { class: 'grow' }, personLink(one), h('div', { class: 'muted small' }, when(one.updated_at)), one.message && h('p', { dir: 'auto' }, one.message)),
      button(t('let-in'), async () => {
        await call('PUT', `/groups/${id}/requests/${one.user_id}`);
        put(item, h('p', {}, t('let-in.done', { name: one.display_name ?? t('person.hidden') })));
      }, 'main small'),
      button(t('turn-down'), async () => {
        await call('DELETE', `/groups/${id}/requests/${one.user_id}`);
        put(item, h('p', { class: 'muted' }, t('turn-down.done')));
      }, 'quiet small'));
    return item;
  }));
  const shown = h('div', {});
  return h('div', { class: 'stack' },
    section(t('door.asking'), asking.length > 0 ? list : empty(t('door.none'), t('door.none.next'))),
    section(t('door.link'), h('p', { class: 'muted' }, t('door.link.about', { name: group.name })),
      invites.length > 0 && h('p', { class: 'small muted' }, t('door.links', { n: invites.length })),
      form([field(t('door.uses'), 'uses', { type: 'number', min: 1, value: 5 })], t('door.link.make'), async (values) => {
        const made = await call('POST', `/groups/${id}/invites/link`, { max_uses: Number(values.uses) });
        put(shown, notice('good', t('door.link.made'), h('code', { class: 'secret' }, made.secret)));
      }, { kind: 'small' }), shown));
}

async function about({ id, group, rank, again }) {
  const team = await group.visibility === 'PUBLIC' || rank >= 0 ? maybe(`/groups/${id}/team`, []) : [];
  return h('div', { class: 'stack' },
    section(t('tab.about'), group.description ? h('p', { class: 'pre', dir: 'auto' }, group.description) : h('p', { class: 'muted' }, t('group.undescribed')),
      h('p', { class: 'muted small' }, t('group.since', { day: shortDay(group.created_at) }))),
    section(t('group.rules'), h('ul', {}, h('li', {}, t(`visibility.${group.visibility}.about`)), h('li', {}, t(`join.${group.join_policy}.about`)), group.max_members && h('li', {}, t('group.most.is', { n: group.max_members })))),
    team.length > 0 && section(t('group.team'), h('ul', { class: 'plain' }, team.map((one) => h('li', { class: 'member-line' }, face({ id: one.user_id, name: one.display_name }), h('div', { class: 'grow' }, personLink(one)), chip(t(`role.${one.role}`)))))),
    rank >= 2 && section(t('group.change'), form([
      field(t('group.name'), 'name', { value: group.name, required: true }),
      field(t('group.description'), 'description', { rows: 4, value: group.description ?? '' }),
    ], t('save'), async (values) => {
      await call('PATCH', `/groups/${id}`, { name: values.name, description: values.description.trim() ? values.description : null });
      tell(t('saved'));
      await again();
    })));
}
