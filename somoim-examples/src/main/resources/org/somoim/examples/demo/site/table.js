// People around a table: the sign of these pages. Groups have one as their emblem, events show their seats as one.

import { s } from './dom.js';

const HUES = 8;

function hash(text) {
  let sum = 2166136261;
  for (const sign of text) {
    sum = Math.imul(sum ^ sign.codePointAt(0), 16777619);
  }
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}

/** A colour that always is the same for the same thing. */
export function hue(id) {
  return `hue-${hash(id) % HUES}`;
}

function at(centre, radius, index, count) {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  return [centre + radius * Math.cos(angle), centre + radius * Math.sin(angle)].map((x) => Math.round(x * 100) / 100);
}

/** The emblem of a group: so many seats around something, one of them in another colour. For the eye only. */
export function emblem(id, size = 'medium') {
  const sum = hash(id);
  const seats = 5 + (sum % 4);
  const other = (sum >>> 4) % seats;
  const middle = (sum >>> 8) % 3;
  return s('svg', { viewBox: '0 0 40 40', class: `emblem ${size} ${hue(id)}`, 'aria-hidden': 'true', focusable: 'false' },
    s('rect', { width: 40, height: 40, rx: 11, class: 'emblem-ground' }),
    middle === 0 && s('circle', { cx: 20, cy: 20, r: 5, class: 'emblem-mark' }),
    middle === 1 && s('rect', { x: 15.5, y: 15.5, width: 9, height: 9, rx: 2.5, class: 'emblem-mark' }),
    middle === 2 && s('circle', { cx: 20, cy: 20, r: 4.2, class: 'emblem-ring' }),
    Array.from({ length: seats }, (nothing, index) => {
      const [cx, cy] = at(20, 12.4, index, seats);
      return s('circle', { cx, cy, r: 2.7, class: index === other ? 'emblem-other' : 'emblem-mark' });
    }));
}

/** Seats of an event. Those taken are filled, one's own is marked, those who wait stand in a line below. */
export function seatTable({ seats, going, waiting, mine, title }) {
  const count = Math.min(seats ?? Math.max(going, 6), 40);
  const taken = Math.min(going, count);
  const line = Math.min(waiting, 12);
  const mineAt = mine === 'GOING' ? Math.max(0, taken - 1) : -1;
  const seat = count > 24 ? 5 : count > 14 ? 7 : 9;
  return s('svg', { viewBox: '0 0 240 250', class: 'seat-table', role: 'img', 'aria-label': title },
    s('title', {}, title),
    s('circle', { cx: 120, cy: 110, r: 54, class: 'table-top' }),
    s('text', { x: 120, y: 111, class: 'table-count' }, seats ? `${going}/${seats}` : String(going)),
    Array.from({ length: count }, (nothing, index) => {
      const [cx, cy] = at(0, 84, index, count);
      const state = index === mineAt ? 'mine' : index < taken ? 'taken' : seats ? 'free' : 'open';
      return s('circle', { cx: cx + 120, cy: cy + 110, r: seat, class: `seat ${state}` });
    }),
    Array.from({ length: line }, (nothing, index) =>
      s('circle', { cx: 120 + (index - (line - 1) / 2) * 18, cy: 232, r: 6, class: mine === 'WAITLISTED' && index === line - 1 ? 'seat waits mine-waits' : 'seat waits' })));
}
