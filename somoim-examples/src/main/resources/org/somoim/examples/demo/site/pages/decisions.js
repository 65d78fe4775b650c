// Due process, as it looks to those whom it concerns: what was decided about one and why, what one can do about it, and what
// became of what one reported.

import { h } from '../dom.js';
import { has, t } from '../words.js';
import { all, call, get } from '../api.js';
import { card, chip, empty, field, form, head, link, notice, section, tell, when } from '../parts.js';
import { prose } from '../prose.js';
import { longTime, shortDay } from '../clock.js';

const MOST_WORDS = 4000;
const PLACES = { post: 'posts', group: 'groups', event: 'events', person: 'people', topic: 'topics', 'forum-post': 'answers' };
const STEPS = ['INTERNAL_MECHANISM', 'OUT_OF_COURT_SETTLEMENT', 'JUDICIAL_REDRESS'];

export default async function decisions({ parts, again, state: place }) {
  return parts[0] ? statement(parts[0], again) : overview(again, place.me === null);
}

function about(kind, id) {
  const words = t(`kind.${kind}`);
  return PLACES[kind] ? h('a', { href: `#/${PLACES[kind]}/${id}` }, words) : words;
}

async function overview(again, isBarred) {
  const [statements, reports, appeals] = await Promise.all(['/me/statements', '/me/reports', '/me/appeals'].map((path) => all(`${path}?limit=50`)));
  const objected = new Set(appeals.map((one) => one.report_id));
  return {
    title: t('decisions'),
    node: h('div', { class: 'page narrow' },
      head(t('decisions'), t('decisions.lead')),
      isBarred && notice('bad', t('decisions.barred'), t('decisions.barred.next')),
      section(t('decisions.mine'), statements.length === 0 ? empty(t('decisions.none'), t('decisions.none.next')) : h('ul', { class: 'plain lines' }, statements.map(line))),
      section(t('decisions.reports'), reports.length === 0 ? empty(t('reports.none'), t('reports.none.next')) : h('ul', { class: 'plain lines' }, reports.map((one) => reported(one, objected.has(one.id), again)))),
      appeals.length > 0 && section(t('decisions.appeals'), h('ul', { class: 'plain lines' }, appeals.map((one) => h('li', { class: 'decision-line' }, h('div', { class: 'row tight' }, outcome(one), h('span', { class: 'muted small' }, when(one.filed_at))), said(one)))))),
  };
}

function line(one) {
  return h('li', { class: 'decision-line' },
    h('div', { class: 'row tight' }, state(one), h('span', { class: 'muted small' }, when(one.decided_at))),
    h('a', { class: 'strong', href: `#/decisions/${one.id}` }, t(`measure.${one.kind}`)),
    h('p', { class: 'muted', dir: 'auto' }, `${t(`ground.${one.ground}`)} · ${one.rule}`));
}

function state(one) {
  return chip(t(one.in_force ? 'decision.holds' : 'decision.over'), one.in_force ? 'warm' : 'good');
}

function reported(one, isObjected, again) {
  return h('li', { class: 'decision-line' },
    h('div', { class: 'row tight' }, chip(t(`report.${one.status}`), { OPEN: 'warm', UPHELD: 'good' }[one.status] ?? ''), h('span', { class: 'muted small' }, when(one.created_at))),
    h('p', {}, about(one.kind, one.subject_id), ' · ', t(`ground.${one.ground}`)),
    one.words && h('p', { class: 'muted pre', dir: 'auto' }, one.words),
    one.status === 'DISMISSED' && !isObjected && h('details', {}, h('summary', {}, t('report.insist')), objection(`/reports/${one.id}/appeal`, again)));
}

function outcome(appeal) {
  return chip(t(`appeal.${appeal.status}`), { FILED: 'warm', UPHELD: '' }[appeal.status] ?? 'good');
}

/** What one said, and what was answered. */
function said(appeal) {
  return [
    h('p', { class: 'pre', dir: 'auto' }, appeal.words),
    appeal.answer && h('div', { class: 'answered' }, h('p', { class: 'small-head' }, t('appeal.answer')), prose(appeal.answer)),
  ];
}

function objection(path, again, sent = 'appeal.sent') {
  return form([field(t('appeal.words'), 'words', { rows: 5, maxlength: MOST_WORDS, required: true }, t('appeal.words.hint'))], t('appeal.send'), async (values) => {
    await call('POST', path, { words: values.words });
    tell(t(sent));
    await again();
  });
}

/** What one objected. A goal does not say whose it is, and so neither does what is said for it. */
async function objectionTo(one) {
  if (one.subject_kind === 'goal') {
    const told = await get(`/me/goal-shares/${one.subject_id}/statements`);
    return told.find(({ statement: some }) => some.id === one.id)?.appeal;
  }
  const appeals = await all('/me/appeals?limit=50');
  return appeals.find((some) => some.measure_id === one.id);
}

async function statement(id, again) {
  const one = await get(`/statements/${id}`);
  const appeal = await objectionTo(one);
  const rows = [
    ['statement.about', about(one.subject_kind, one.subject_id)],
    ['statement.ground', t(`ground.${one.ground}`)],
    ['statement.source', has(`source.${one.dsa.source_type}`) ? t(`source.${one.dsa.source_type}`) : one.dsa.source_type],
    ['statement.machine', t(`machine.${one.dsa.automated_decision}`)],
    ['statement.decided', longTime(one.decided_at)],
    ['statement.until', one.until ? longTime(one.until) : t(one.ended_at ? 'statement.ended' : 'statement.for-good')],
    one.points > 0 && ['statement.points', t('statement.points.are', { n: one.points })],
  ].filter((row) => row);
  return {
    title: t(`measure.${one.kind}`),
    node: h('div', { class: 'page narrow' },
      link(t('decisions'), '#/decisions', 'quiet back'),
      head(t(`measure.${one.kind}`), t(`measure.${one.kind}.about`)),
      section(t('statement'),
        h('div', { class: 'row tight' }, state(one)),
        h('p', { class: 'sentence' }, one.rule),
        prose(one.facts),
        h('dl', { class: 'facts' }, rows.map(([words, value]) => h('div', {}, h('dt', {}, t(words)), h('dd', {}, value)))),
        h('p', { class: 'hint' }, t('statement.nobody'))),
      appeal ? section(t('appeal'), h('div', { class: 'row tight' }, outcome(appeal), h('span', { class: 'muted small' }, when(appeal.filed_at))), said(appeal), appeal.status === 'FILED' && h('p', { class: 'muted' }, t('appeal.wait')))
        : section(t('appeal'), h('p', {}, t('appeal.about', { day: shortDay(one.appealable_until) })), one.subject_kind === 'goal' && h('p', { class: 'hint' }, t('appeal.unnamed')), objection(`/statements/${id}/appeal`, again, one.subject_kind === 'goal' ? 'appeal.sent.unnamed' : undefined)),
      card(h('h2', {}, t('redress')), h('ul', { class: 'bullets' }, STEPS.filter((step) => one.redress.includes(step)).map((step) => h('li', {}, t(`redress.${step}`)))))),
  };
}
