// What was promised, what it cost so far, and why something could not be said.

import {get, post} from './calls.js';
import {badge, card, csv, deed, figure, figures, h, later, say, table} from './parts.js';
import {bars} from './plots.js';
import {both, named, number, t, time} from './words.js';

async function budget(desk) {
  const [plan, epochs] = [await get('/peer-comparison/plan'), await get('/admin/peer-comparison/epochs')];
  const latest = epochs[0];
  const oldestFirst = [...epochs].reverse();
  const cap = Number(latest?.epsilon_cap ?? plan.yearly_cap);
  return [
    card(t('privacy.budget'),
      figures(
        figure(t('privacy.epsilon'), String(plan.epsilon)),
        figure(t('privacy.cap'), number(cap, 3)),
        figure(t('privacy.spent'), number(latest?.epsilon_year ?? 0, 3)),
        figure(t('privacy.left'), number(Math.max(0, cap - (latest?.epsilon_year ?? 0)), 3), cap - (latest?.epsilon_year ?? 0) < Number(plan.epsilon) ? 'warn' : 'good'),
        figure(t('privacy.k'), plan.k)),
      h('p', {class: 'soft'}, t('privacy.why')),
      epochs.length === 0 ? null : bars(t('privacy.plot'), t('privacy.unit'), oldestFirst.map((one) => ({name: one.epoch, value: one.epsilon_year})), {limit: cap})),
    card([t('privacy.epochs'), csv('peer-comparison-epochs')], table(t('privacy.epochs'), [
      [t('privacy.epoch'), (one) => one.epoch],
      [t('privacy.outcome'), (one) => badge(named('outcome', one.outcome), one.outcome === 'released' ? 'good' : 'warn')],
      [t('privacy.starts'), (one) => time(one.starts_at)],
      [t('privacy.cost'), (one) => number(one.epsilon_spent, 3), 'number'],
      [t('privacy.spent'), (one) => number(one.epsilon_year, 3), 'number'],
    ], epochs, t('privacy.no-epochs'))),
    latest ? card(t('privacy.said', latest.epoch), cohorts(latest)) : null,
    card(t('privacy.ledger'), ledger(desk)),
  ];
}

function cohorts(epoch) {
  const rows = epoch.cohorts.flatMap((cohort) => cohort.answers.map((answer) => ({cohort, answer})))
    .sort((one, other) => Number(Boolean(other.answer.withheld)) - Number(Boolean(one.answer.withheld)));
  const withheld = rows.filter(({answer}) => answer.withheld).length;
  const why = withheld === 0 ? [] : [
    [t('privacy.reason'), ({answer}) => both(answer.withheld?.meaning)],
    [t('privacy.help'), ({answer}) => both(answer.withheld?.help)],
  ];
  return [h('p', {class: 'soft'}, t('privacy.counted', number(rows.length - withheld), number(withheld))), table(t('privacy.cohorts'), [
    [t('privacy.cohort'), ({cohort}) => both(cohort.name)],
    [t('privacy.metric'), ({answer}) => both(answer.name)],
    [t('privacy.shown'), ({answer}) => (answer.withheld ? badge(t('withheld'), 'warn') : badge(t('privacy.released'), 'good'))],
    ...why,
  ], rows, t('privacy.no-cohorts'))];
}

function ledger(desk) {
  const place = h('div', {});
  return [
    h('p', {class: 'soft'}, t('privacy.ledger-why')),
    desk.may('admin') ? deed(t('privacy.verify'), async () => {
      const found = await post('/admin/peer-comparison/ledger/verifications');
      place.replaceChildren(h('p', {}, badge(t(found.intact ? 'intact' : 'broken'), found.intact ? 'good' : 'bad'), ' ', t('privacy.lines', number(found.entries)), ' ', time(found.verified_at)));
      say(t(found.intact ? 'intact' : 'broken'));
    }, {kind: 'main'}) : null,
    place,
  ];
}

export function privacy(desk) {
  return [h('div', {class: 'head'}, h('h1', {}, t('page.privacy'))), later(() => budget(desk))];
}
