// Plots as SVG. Each says in words what it shows, and can be read as a table.

import {h} from './parts.js';
import {t, number} from './words.js';

const WIDE = 640;
const HIGH = 200;
const LEFT = 48;
const BOTTOM = 28;
const TOP = 12;
let plots = 0;

function s(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

function round(top) {
  if (top <= 1) {
    return top <= 0 ? 1 : Number(top.toPrecision(2));
  }
  const step = 10 ** Math.floor(Math.log10(top));
  return Math.ceil(top / step) * step;
}

function frame(title, described, points, most) {
  plots++;
  const svg = s('svg', {viewBox: `0 0 ${WIDE} ${HIGH}`, class: 'plot', role: 'img', 'aria-labelledby': `plot-${plots}-t plot-${plots}-d`},
    s('title', {id: `plot-${plots}-t`}, title),
    s('desc', {id: `plot-${plots}-d`}, described));
  for (const part of [0, 0.5, 1]) {
    const y = TOP + (HIGH - TOP - BOTTOM) * (1 - part);
    svg.append(
      s('line', {x1: LEFT, x2: WIDE, y1: y, y2: y, class: 'grid'}),
      s('text', {x: LEFT - 6, y: y + 4, class: 'scale end'}, number(most * part, most < 10 ? 2 : 0)));
  }
  const every = Math.max(1, Math.ceil(points.length / 6));
  points.forEach(({name}, at) => {
    if (at % every === 0) {
      svg.append(s('text', {x: place(at, points.length), y: HIGH - 8, class: 'scale mid'}, name));
    }
  });
  return svg;
}

const place = (at, count) => LEFT + (WIDE - LEFT) * ((at + 0.5) / count);
const height = (value, most) => (HIGH - TOP - BOTTOM) * Math.min(1, value / most);

function whole(title, svg, points, unit, note = null) {
  return h('figure', {}, h('figcaption', {}, title), svg, note === null ? null : h('p', {class: 'soft'}, note),
    h('details', {}, h('summary', {}, t('plot.table')),
      h('table', {}, h('caption', {class: 'unseen'}, title), h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, t('plot.when')), h('th', {scope: 'col'}, unit))),
        h('tbody', {}, points.map(({name, value}) =>
          h('tr', {}, h('th', {scope: 'row'}, name), h('td', {class: 'number'}, value === null ? t('withheld') : number(value, 3))))))));
}

function described(points) {
  const known = points.filter(({value}) => value !== null);
  if (known.length === 0) {
    return t('plot.nothing');
  }
  const values = known.map(({value}) => value);
  return t('plot.range', number(Math.min(...values), 3), number(Math.max(...values), 3), number(values[values.length - 1], 3));
}

/**
 * @param points {name, value}; a value of null was withheld
 * @param options limit: a line across; floor: below which values are withheld. Those are drawn empty, up to there.
 */
export function bars(title, unit, points, {limit = null, floor = 0} = {}) {
  const most = round(Math.max(floor, limit ?? 0, ...points.map(({value}) => value ?? 0)));
  const svg = frame(title, described(points), points, most);
  const width = Math.min(72, Math.max(2, ((WIDE - LEFT) / points.length) * 0.7));
  points.forEach(({value}, at) => {
    const tall = height(value ?? floor, most);
    svg.append(s('rect', {
      x: place(at, points.length) - width / 2, y: HIGH - BOTTOM - tall, width, height: tall,
      class: value === null ? 'withheld' : 'bar',
    }));
  });
  if (limit !== null) {
    const y = HIGH - BOTTOM - height(limit, most);
    svg.append(s('line', {x1: LEFT, x2: WIDE, y1: y, y2: y, class: 'limit'}));
  }
  return whole(title, svg, points, unit, points.some(({value}) => value === null) ? t('plot.withheld', number(floor)) : null);
}

/** Many names, each with how many there are of it: most first, as bars that lie. */
export function ranked(title, unit, points) {
  const sorted = [...points].sort((one, other) => other.value - one.value);
  const most = Math.max(1, ...sorted.map(({value}) => value));
  return h('figure', {}, h('figcaption', {}, title),
    h('table', {class: 'ranked'}, h('caption', {class: 'unseen'}, title),
      h('thead', {class: 'unseen'}, h('tr', {}, h('th', {scope: 'col'}, t('plot.what')), h('th', {scope: 'col'}, unit), h('td', {}))),
      h('tbody', {}, sorted.map(({name, value}) => h('tr', {},
        h('th', {scope: 'row'}, name),
        h('td', {class: 'number'}, number(value)),
        h('td', {class: 'lying', 'aria-hidden': 'true'}, s('svg', {viewBox: '0 0 100 8', preserveAspectRatio: 'none', class: 'lie'},
          s('rect', {x: 0, y: 0, width: Math.max(1, (100 * value) / most), height: 8, class: 'bar'}))))))));
}

export function line(title, unit, points) {
  const most = round(Math.max(0, ...points.map(({value}) => value ?? 0)));
  const svg = frame(title, described(points), points, most);
  const path = points.map(({value}, at) => `${place(at, points.length)},${HIGH - BOTTOM - height(value ?? 0, most)}`);
  const floor = HIGH - BOTTOM;
  svg.append(s('polygon', {points: `${place(0, points.length)},${floor} ${path.join(' ')} ${place(points.length - 1, points.length)},${floor}`, class: 'under'}));
  svg.append(s('polyline', {points: path.join(' '), class: 'line'}));
  points.forEach(({value}, at) => svg.append(
    s('circle', {cx: place(at, points.length), cy: HIGH - BOTTOM - height(value ?? 0, most), r: 2.5, class: 'dot'})));
  return whole(title, svg, points, unit);
}
