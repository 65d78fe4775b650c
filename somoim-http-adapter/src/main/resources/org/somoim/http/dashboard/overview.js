// How the community is doing, at a glance, and what somebody should see to.

import {get, page} from './calls.js';
import {badge, card, deed, figure, figures, h, later} from './parts.js';
import {ago, both, named, number, span, t, time} from './words.js';

const MOODS = {healthy: 'good', degraded: 'warn', unhealthy: 'bad', unknown: ''};
const DAY = 86_400_000;

const part = (name, state) => figure(name, named('health', state), MOODS[state]);

/** What waits for somebody: where to go, in which mood, in words. */
async function waiting(desk) {
  if (!desk.isModerator) {
    return [];
  }
  if (!desk.isAdmin) {
    const [cases, proposals, appeals] = await Promise.all([get('/cases'), get('/proposals'), page('/appeals', null)]);
    return [
      appeals.rows.length > 0 ? ['appeals', 'warn', t('attention.appeals', number(appeals.rows.length))] : null,
      proposals.length > 0 ? ['queue', 'warn', t('attention.proposed', number(proposals.length))] : null,
      cases.length > 0 ? ['queue', '', t('attention.cases', number(cases.length))] : null,
    ];
  }
  const [health, queue, jobs, copies] = await Promise.all([
    get('/health'), get('/admin/queue'), get('/admin/jobs'), desk.session.upkeep ? get('/admin/backups') : null]);
  const failed = jobs.filter(({error}) => error).length;
  const late = jobs.filter(({due, error}) => due && !error).length;
  return [
    health.database === 'unhealthy' ? ['operations', 'bad', t('attention.database')] : null,
    health.audit_log === 'unhealthy' ? ['audit', 'bad', t('attention.audit')] : null,
    health.privacy_compliance === 'unhealthy' ? ['privacy', 'bad', t('attention.ledger')] : null,
    health.facts_set_aside > 0 ? ['facts', 'bad', t('attention.aside', number(health.facts_set_aside))] : null,
    health.facts_waiting > 100 ? ['facts', 'warn', t('attention.unheard', number(health.facts_waiting))] : null,
    failed > 0 ? ['jobs', 'bad', t('attention.failed', number(failed))] : null,
    late > 0 ? ['jobs', 'warn', t('attention.late-jobs', number(late))] : null,
    queue.state === 'HEALTHY' ? null : ['queue', 'bad', t('attention.queue', named('queue', queue.state), span(queue.oldest_minutes))],
    queue.appeals > 0 ? ['appeals', 'warn', t('attention.appeals', number(queue.appeals))] : null,
    queue.proposed > 0 ? ['queue', 'warn', t('attention.proposed', number(queue.proposed))] : null,
    queue.escalated > 0 ? ['queue', 'warn', t('attention.escalated', number(queue.escalated))] : null,
    queue.window + queue.backlog > 0 ? ['queue', '', t('attention.cases', number(queue.window + queue.backlog))] : null,
    copies?.length === 0 ? ['operations', 'warn', t('attention.no-backup')] : null,
    copies?.length > 0 && Date.now() - new Date(copies[0].taken_at) > DAY
      ? ['operations', 'warn', t('attention.old-backup', span((Date.now() - new Date(copies[0].taken_at)) / 60_000))] : null,
  ];
}

async function attention(desk) {
  const urgent = ['bad', 'warn', ''];
  const all = (await waiting(desk)).filter(Boolean).sort(([, one], [, other]) => urgent.indexOf(one) - urgent.indexOf(other));
  return [
    all.length === 0
      ? h('p', {}, badge(t('attention.fine'), 'good'), ' ', t('attention.none'))
      : h('ul', {class: 'attention'}, all.map(([where, mood, text]) => h('li', {class: mood}, h('a', {href: `#/${where}`}, text)))),
    h('p', {class: 'soft'}, t('overview.as-of', time(new Date().toISOString()))),
  ];
}

async function health() {
  const now = await get('/health');
  return [
    h('div', {class: 'tight'}, figures(
      figure(t('overview.whole'), named('health', now.status), MOODS[now.status]),
      part(t('overview.database'), now.database),
      part(t('overview.queue'), now.moderation_queue),
      part(t('overview.detection'), now.detection),
      part(t('overview.audit'), now.audit_log),
      part(t('overview.ledger'), now.privacy_compliance),
      figure(t('overview.waiting'), now.facts_waiting, now.facts_waiting > 100 ? 'warn' : ''),
      figure(t('overview.set-aside'), now.facts_set_aside, now.facts_set_aside > 0 ? 'bad' : ''))),
    h('p', {class: 'soft'}, t('overview.version', now.version)),
  ];
}

async function queue() {
  const now = await get('/admin/queue');
  return h('div', {class: 'tight'}, figures(
    figure(t('queue.state'), named('queue', now.state), now.state === 'HEALTHY' ? 'good' : 'bad'),
    figure(t('queue.open'), now.window + now.backlog),
    figure(t('queue.held'), now.held),
    figure(t('queue.oldest'), span(now.oldest_minutes)),
    figure(t('queue.proposed'), now.proposed, now.proposed > 0 ? 'warn' : ''),
    figure(t('queue.escalated'), now.escalated, now.escalated > 0 ? 'warn' : ''),
    figure(t('queue.appeals'), now.appeals, now.appeals > 0 ? 'warn' : '')));
}

async function privacy() {
  const week = await get('/admin/peer-comparison/compliance');
  if (week.withheld) {
    return [h('p', {}, both(week.withheld.meaning)), h('p', {class: 'soft'}, both(week.withheld.help))];
  }
  return figures(
    figure(t('privacy.spent'), t('privacy.of', week.epsilon_of_year, week.epsilon_of_year_cap)),
    figure(t('privacy.cohorts'), week.cohorts),
    figure(t('privacy.answered'), `${week.answered_percent} %`));
}

async function due() {
  const jobs = await get('/admin/jobs');
  const late = jobs.filter(({due: isDue}) => isDue).length;
  const failed = jobs.filter(({error}) => error).length;
  return figures(
    figure(t('jobs.due'), late, late > 0 ? 'warn' : 'good'),
    figure(t('jobs.failed'), failed, failed > 0 ? 'bad' : ''),
    figure(t('jobs.number'), jobs.length));
}

async function copies() {
  const all = await get('/admin/backups');
  return figures(
    figure(t('backup.latest'), all.length === 0 ? t('job.never') : ago(all[0].taken_at), all.length === 0 ? 'warn' : 'good'),
    figure(t('backups'), all.length));
}

const to = (name) => h('a', {href: `#/${name}`}, t('overview.open'), h('span', {class: 'unseen'}, ' ', t(`page.${name}`)));

export function overview(desk) {
  return [
    h('div', {class: 'head'}, h('h1', {}, t('page.overview')), deed(t('refresh'), async () => desk.redraw())),
    card(t('attention'), desk.isModerator ? later(() => attention(desk), desk) : h('p', {}, t('attention.no-role'))),
    card(t('overview.health'), later(health, desk)),
    desk.isAdmin ? [
      card([t('overview.queue'), to('queue')], later(queue, desk)),
      h('div', {class: 'three'},
        card([t('overview.jobs'), to('jobs')], later(due, desk)),
        card([t('overview.privacy'), to('privacy')], later(privacy, desk)),
        desk.session.upkeep ? card([t('backups'), to('operations')], later(copies, desk)) : null),
    ] : null,
  ];
}
