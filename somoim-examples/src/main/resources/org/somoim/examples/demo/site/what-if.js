// What another epsilon, and another number of people, would do. The shape is the released one; the noise is drawn here, in the
// browser, by the same mechanism, and shows nothing of anyone.

import { h, put, s } from './dom.js';
import { language, t } from './words.js';
import { section } from './parts.js';

const SIZES = [20, 50, 100, 150, 250, 400, 700, 1000, 1500, 3000, 6000, 12000];
const WIDTH = 640;
const FLOOR = 150;
const TOP = 12;
const LEFT = 12;

/** Two-sided geometric noise, as the library draws it, but from chance that is good enough for a picture. */
function noise(epsilon, random) {
  const ratio = Math.exp(-epsilon);
  const one = () => Math.floor(Math.log(1 - random()) / Math.log(ratio));
  return one() - one();
}

/** The same picture for the same sliders: what moves is due to them alone. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PRESET = [4, 8, 15, 16, 13, 11, 9, 7, 6, 4, 3, 2, 1, 1];

export function whatIf(plan, standing) {
  const shape = standing ? standing.distribution.map((bin) => bin.percent / 100) : PRESET.map((one) => one / 100);
  const rows = plan.otherwise;
  const present = Math.max(0, rows.findIndex((row) => row.epsilon === plan.epsilon));
  const number = new Intl.NumberFormat(language() === 'ko' ? 'ko-KR' : 'en-GB');
  const figure = h('figure', { class: 'plot' });
  const words = h('div', { class: 'what-if-words', 'aria-live': 'polite' });
  const epsilonOut = h('output', { for: 'epsilon' });
  const sizeOut = h('output', { for: 'size' });
  const epsilon = h('input', { type: 'range', id: 'epsilon', min: 0, max: rows.length - 1, step: 1, value: present, oninput: draw });
  const size = h('input', { type: 'range', id: 'size', min: 0, max: SIZES.length - 1, step: 1, value: SIZES.indexOf(400), oninput: draw });

  function draw() {
    const row = rows[Number(epsilon.value)];
    const people = SIZES[Number(size.value)];
    put(epsilonOut, row.epsilon);
    put(sizeOut, t('people', { n: number.format(people) }));
    epsilon.setAttribute('aria-valuetext', `ε ${row.epsilon}`);
    size.setAttribute('aria-valuetext', t('people', { n: number.format(people) }));
    const isWithheld = people < row.people;
    const splits = people >= row.people_to_split;
    put(figure, picture(shape, Number(row.epsilon) / Math.max(1, plan.metrics.length + 1), people, isWithheld),
      h('figcaption', { class: 'small muted' }, t(isWithheld ? 'what-if.none' : 'what-if.caption')));
    put(words,
      isWithheld
        ? [h('p', { class: 'strong' }, t('what-if.withheld')), h('p', {}, t('what-if.withheld.why', { people: number.format(row.people), short: number.format(row.people - people) })), h('p', {}, t('what-if.withheld.help'))]
        : [h('p', { class: 'strong' }, t(splits ? 'what-if.split' : 'what-if.together')), h('p', {}, t('what-if.error', { points: row.error_points, people: number.format(row.people) })), !splits && h('p', {}, t('what-if.to-split', { people: number.format(row.people_to_split) }))],
      h('p', {}, t('what-if.guess', { percent: number.format(Math.round(row.guess_per_epoch * 10) / 10), year: number.format(Math.round(row.guess_per_year * 10) / 10) })));
  }
  draw();
  return section(t('what-if'), h('p', { class: 'muted' }, t('what-if.about')),
    h('div', { class: 'what-if' },
      h('div', { class: 'sliders' },
        h('div', { class: 'field' }, h('label', { for: 'epsilon' }, t('what-if.epsilon'), ' ', epsilonOut), epsilon, h('p', { class: 'hint scale' }, h('span', {}, t('what-if.more-private')), h('span', {}, t('what-if.more-exact')))),
        h('div', { class: 'field' }, h('label', { for: 'size' }, t('what-if.size'), ' ', sizeOut), size),
        words),
      figure));
}

function picture(shape, epsilon, people, isWithheld) {
  const random = chance(7);
  const step = (WIDTH - 2 * LEFT) / shape.length;
  const noisy = shape.map((share) => Math.max(0, Math.round(share * people) + noise(epsilon, random)));
  const sum = Math.max(1, noisy.reduce((one, other) => one + other, 0));
  const shown = noisy.map((count) => count / sum);
  const most = Math.max(...shape, ...shown);
  const height = (share) => ((FLOOR - TOP) * share) / most;
  const off = shape.reduce((total, share, index) => total + Math.abs(share - shown[index]), 0) / 2;
  return s('svg', { viewBox: `0 0 ${WIDTH} 170`, class: `distribution${isWithheld ? ' is-withheld' : ''}`, role: 'img', 'aria-label': t(isWithheld ? 'what-if.drawing.none' : 'what-if.drawing', { percent: Math.round(off * 100) }) },
    shape.map((share, index) => s('rect', { x: LEFT + index * step + 1.5, y: FLOOR - height(share), width: step - 3, height: Math.max(1, height(share)), rx: 2, class: 'truth' })),
    !isWithheld && shown.map((share, index) => s('line', { x1: LEFT + index * step + 3, x2: LEFT + (index + 1) * step - 3, y1: FLOOR - height(share), y2: FLOOR - height(share), class: 'noisy' })),
    s('line', { x1: LEFT, y1: FLOOR + 0.5, x2: WIDTH - LEFT, y2: FLOOR + 0.5, class: 'axis' }));
}
