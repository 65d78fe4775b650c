// How one stands among others like oneself: a drawing of what was released, with one's own band in it, and everything that
// belongs to an honest answer: by how much it may be off, about whom it is, and its receipt.

import { h, newId, put, s } from '../dom.js';
import { language, t, told } from '../words.js';
import { call, get } from '../api.js';
import { button, field, form, head, notice, section, sure, tell } from '../parts.js';
import { whatIf } from '../what-if.js';
import { shortDay } from '../clock.js';

const WIDTH = 640;
const HEIGHT = 250;
const FLOOR = 200;
const TOP = 34;
const LEFT = 16;
const HALF_LABEL = 150;

export default async function compare({ again }) {
  const [plan, peers, contribution, settings] = await Promise.all([
    get('/peer-comparison/plan'), get('/peer-comparison'), get('/me/comparison-contribution'), get('/me/privacy'),
  ]);
  const answers = h('div', { class: 'stack' });
  const show = (all) => put(answers, all.metrics.map((one) => answer(one, plan)));
  show(peers);
  return {
    title: t('nav.compare'),
    node: h('div', { class: 'page' }, head(t('nav.compare'), t('compare.lead', { population: told(plan.name) })),
      h('div', { class: 'with-aside wide-aside' },
        h('div', { class: 'stack' }, answers, await standings(plan)),
        h('aside', { class: 'stack' }, asking(plan, contribution, show), taking(plan, contribution, settings, again), promise(plan))),
      whatIf(plan, peers.metrics.find((one) => one.distribution.length > 0))),
  };
}

/** One metric: what can be said, or why nothing can. */
function answer(one, plan) {
  const metric = plan.metrics.find((some) => some.metric === one.metric);
  if (one.withheld) {
    return section(told(one.name), h('div', { class: 'withheld' },
      s('svg', { viewBox: '0 0 120 44', class: 'withheld-sign', 'aria-hidden': 'true', focusable: 'false' },
        [8, 16, 26, 34, 30, 22, 14, 8].map((height, index) => s('rect', { x: 6 + index * 14, y: 40 - height, width: 10, height, rx: 2 })),
        s('line', { x1: 4, y1: 40, x2: 116, y2: 4 })),
      h('div', {}, h('p', { class: 'strong' }, t('withheld')), h('p', {}, told(one.withheld.meaning)), h('p', {}, told(one.withheld.help)))));
  }
  const unit = told(one.unit);
  return section(told(one.name),
    h('p', { class: 'sentence' }, t(one.better ? 'compare.sentence.better' : 'compare.sentence', { from: one.percentile_from, to: one.percentile_to, cohort: told(one.cohort) })),
    h('figure', { class: 'plot' }, drawing(one, metric), h('figcaption', { class: 'small muted' }, t('compare.caption', { unit }))),
    h('dl', { class: 'facts' },
      fact('compare.cohort', `${told(one.cohort)} · ${t('compare.size', { size: one.cohort_size })}`),
      fact('compare.error', t('compare.error.is', { points: one.expected_error_points })),
      fact('compare.third', told(one.third))),
    one.top_performing_behaviors.concat(one.improvement_suggestions).length > 0 && h('ul', { class: 'hints' }, one.top_performing_behaviors.concat(one.improvement_suggestions).map((words) => h('li', {}, told(words)))),
    table(one, unit),
    one.receipt && receipt(one.receipt));
}

function fact(words, value) {
  return h('div', {}, h('dt', {}, t(words)), h('dd', {}, value));
}

/** Where the bins stand that hold a percentile. */
function spread(bins) {
  let sum = 0;
  return bins.map((bin) => {
    const from = sum;
    sum += bin.percent;
    return { ...bin, low: from, high: sum };
  });
}

function edge(value) {
  return value === undefined ? '' : new Intl.NumberFormat(language() === 'ko' ? 'ko-KR' : 'en-GB').format(value);
}

/** A percentile as a place along the drawing: bins are equally wide, and within a bin people are evenly spread. */
function place(bins, percentile, step) {
  const at = bins.findIndex((bin) => percentile <= bin.high + 0.001);
  const index = at < 0 ? bins.length - 1 : at;
  const bin = bins[index];
  const share = bin.percent > 0 ? (percentile - bin.low) / bin.percent : 0.5;
  return LEFT + (index + Math.max(0, Math.min(1, share))) * step;
}

function drawing(one, metric) {
  const bins = spread(one.distribution);
  const most = Math.max(...bins.map((bin) => bin.percent), 1);
  const step = (WIDTH - 2 * LEFT) / bins.length;
  const from = place(bins, one.percentile_from, step);
  const to = Math.max(place(bins, one.percentile_to, step), from + 6);
  const off = one.expected_error_points;
  const errorFrom = place(bins, Math.max(0, one.percentile_from - off), step);
  const errorTo = place(bins, Math.min(100, one.percentile_to + off), step);
  const title = newId('plot-title');
  const about = newId('plot-about');
  const isIn = (bin) => bin.high > one.percentile_from && bin.low < one.percentile_to;
  const middle = place(bins, 50, step);
  const band = t('compare.band', { from: one.percentile_from, to: one.percentile_to });
  const labelAt = Math.max(HALF_LABEL, Math.min(WIDTH - HALF_LABEL, (from + to) / 2));
  return s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'distribution', role: 'img', 'aria-labelledby': `${title} ${about}` },
    s('title', { id: title }, t('compare.drawing', { metric: told(one.name) })),
    s('desc', { id: about }, t('compare.drawing.about', {
      cohort: told(one.cohort), from: one.percentile_from, to: one.percentile_to, points: off,
      most: range(bins.reduce((best, bin) => (bin.percent > best.percent ? bin : best)), told(one.unit)),
    })),
    s('rect', { x: errorFrom, y: TOP - 6, width: errorTo - errorFrom, height: FLOOR - TOP + 6, class: 'error-band' }),
    s('rect', { x: from, y: TOP - 6, width: to - from, height: FLOOR - TOP + 6, class: 'own-band' }),
    bins.map((bin, index) => {
      const height = Math.max(1.5, ((FLOOR - TOP - 8) * bin.percent) / most);
      return s('rect', { x: LEFT + index * step + 1.5, y: FLOOR - height, width: step - 3, height, rx: 2.5, class: isIn(bin) ? 'bar own' : 'bar' });
    }),
    s('line', { x1: LEFT, y1: FLOOR + 0.5, x2: WIDTH - LEFT, y2: FLOOR + 0.5, class: 'axis' }),
    s('line', { x1: middle, y1: FLOOR - 6, x2: middle, y2: FLOOR + 6, class: 'middle' }),
    s('text', { x: labelAt, y: 18, class: 'band-label' }, band),
    s('line', { x1: errorFrom, y1: TOP - 2, x2: errorTo, y2: TOP - 2, class: 'whisker' }),
    [errorFrom, errorTo].map((x) => s('line', { x1: x, y1: TOP - 6, x2: x, y2: TOP + 2, class: 'whisker' })),
    bins.map((bin, index) => (index % 2 === 0 || bins.length < 10) && s('text', { x: LEFT + (index + 1) * step, y: FLOOR + 20, class: 'tick' }, index === 0 ? edge(metric.edges[0]) : bin.to === undefined ? '' : edge(bin.to))),
    s('text', { x: middle, y: FLOOR + 40, class: 'middle-label' }, t('compare.half')));
}

function range(bin, unit) {
  if (bin.from === undefined) {
    return t('range.none', { unit });
  }
  return bin.to === undefined ? t('range.over', { from: edge(bin.from), unit }) : t('range', { from: edge(bin.from), to: edge(bin.to), unit });
}

/** The same as the drawing, for those who do not look at drawings. */
function table(one, unit) {
  return h('details', { class: 'as-table' }, h('summary', {}, t('compare.table')), h('table', { class: 'plain-table' },
    h('caption', { class: 'visually-hidden' }, `${told(one.name)}: ${told(one.cohort)}`),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, unit), h('th', { scope: 'col' }, t('compare.share')))),
    h('tbody', {}, spread(one.distribution).map((bin) => h('tr', {}, h('th', { scope: 'row' }, range(bin, unit)), h('td', {}, `${bin.percent}%`))))));
}

function receipt(one) {
  const checked = h('div', { 'aria-live': 'polite' });
  return h('details', { class: 'receipt' }, h('summary', {}, t('receipt')),
    h('p', { class: 'muted small' }, t('receipt.about')),
    h('dl', { class: 'facts mono' },
      fact('receipt.mechanism', one.mechanism), fact('receipt.unit', told(one.unit)),
      fact('receipt.epsilon', `${one.epsilon} / ${one.epsilon_of_epoch}`), fact('receipt.year', `${one.epsilon_of_year} / ${one.epsilon_of_year_cap}`),
      fact('receipt.delta', one.delta), fact('receipt.k', String(one.k)), one.about_people && fact('receipt.people', t('receipt.people.about', { n: one.about_people })),
      fact('receipt.epoch', `${one.epoch} · ${shortDay(one.from)} – ${shortDay(one.to)}`), fact('receipt.hash', h('code', { class: 'hash' }, one.release_hash))),
    button(t('receipt.check'), async () => {
      const again = await get(`/peer-comparison/receipts/${one.id}`);
      put(checked, notice(again.release_hash === one.release_hash ? 'good' : 'bad', t(again.release_hash === one.release_hash ? 'receipt.holds' : 'receipt.differs')));
    }, 'small'), checked);
}

function figures(values, plan) {
  return {
    bands: plan.dimensions.filter((one) => values[`band-${one.dimension}`]).map((one) => ({ dimension: one.dimension, band: values[`band-${one.dimension}`] })),
    values: plan.metrics.filter((one) => values[`value-${one.metric}`] !== '').map((one) => ({ metric: one.metric, value: values[`value-${one.metric}`] })),
  };
}

function fields(plan, contribution) {
  return [
    plan.dimensions.map((one) => field(told(one.name), `band-${one.dimension}`, { value: contribution.bands?.find((some) => some.of === one.dimension)?.band ?? '', options: [['', t('compare.choose')], ...one.bands.map((band) => [band.band, told(band.name)])] })),
    plan.metrics.map((one) => field(`${told(one.name)} (${told(one.unit)})`, `value-${one.metric}`, { inputmode: 'decimal', autocomplete: 'off', value: contribution.values?.find((some) => some.of === one.metric)?.to ?? '' })),
  ];
}

/** Looking without taking part. */
function asking(plan, contribution, show) {
  return section(t('look'), h('p', { class: 'muted' }, t('look.about')), form(fields(plan, contribution), t('look.go'), async (values) => {
    show(await call('POST', '/peer-comparison', figures(values, plan)));
    document.querySelector('.plot, .withheld')?.scrollIntoView({ block: 'nearest' });
    tell(t('look.done'));
  }));
}

function taking(plan, contribution, settings, again) {
  if (!settings.contribute_to_comparisons) {
    return section(t('contribute'), h('p', {}, t('contribute.about')), button(t('contribute.agree'), async () => {
      if (await sure(t('contribute'), t('contribute.sure'), t('contribute.agree'))) {
        await call('PATCH', '/me/privacy', { contribute_to_comparisons: true });
        await again();
      }
    }, 'main'));
  }
  return section(t('contribute'),
    contribution.contributes && contribution.bands.length > 0 ? notice('good', t('contribute.is'), t('contribute.kept')) : h('p', {}, t('contribute.nothing')),
    h('details', {}, h('summary', {}, t('contribute.change')), form(fields(plan, contribution), t('contribute.give'), async (values) => {
      await call('PUT', '/me/comparison-contribution', figures(values, plan));
      tell(t('contribute.given'));
      await again();
    })),
    contribution.contributes && button(t('contribute.withdraw'), async () => {
      await call('DELETE', '/me/comparison-contribution');
      tell(t('contribute.withdrawn'));
      await again();
    }, 'quiet small'));
}

function promise(plan) {
  return section(t('promise'), h('ul', {},
    h('li', {}, t('promise.k', { k: plan.k })), h('li', {}, t('promise.epsilon', { epsilon: plan.epsilon, cap: plan.yearly_cap })),
    h('li', {}, t('promise.guess', { percent: Math.round(plan.consequences.guess_per_epoch) })), h('li', {}, t('promise.people', { people: plan.consequences.people }))));
}

/** All cohorts side by side: where the middle half of each stands. */
async function standings(plan) {
  const insights = await get('/peer-comparison/insights');
  if (insights.withheld) {
    return section(t('insights'), h('p', {}, told(insights.withheld.meaning)), h('p', { class: 'muted' }, told(insights.withheld.help)));
  }
  return section(t('insights'), h('p', { class: 'muted' }, t('insights.about')), plan.metrics.map((metric) => {
    const all = insights.cohorts.filter((one) => one.metric === metric.metric);
    const unit = told(metric.unit);
    return [h('h3', { class: 'small-head' }, `${told(metric.name)} (${unit})`), h('div', { class: 'scroll-x', tabindex: '0', role: 'region', 'aria-label': told(metric.name) }, h('table', { class: 'plain-table' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('compare.cohort')), ['lower', 'median', 'upper'].map((words) => h('th', { scope: 'col' }, t(`insights.${words}`))))),
      h('tbody', {}, all.map((one) => h('tr', {}, h('th', { scope: 'row' }, told(one.cohort)), [one.lower_quartile, one.median, one.upper_quartile].map((quartile) => h('td', {}, between(quartile))))))))];
  }));
}

function between(quartile) {
  if (quartile.from === undefined) {
    return `≤ ${edge(quartile.to)}`;
  }
  return quartile.to === undefined ? `> ${edge(quartile.from)}` : `${edge(quartile.from)}–${edge(quartile.to)}`;
}
