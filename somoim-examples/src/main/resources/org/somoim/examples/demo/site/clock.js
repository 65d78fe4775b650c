// What time it is in the demo, whose clock can be set forward, and how times are written.

import { language } from './words.js';

let ahead = 0;

export function setNow(instant) {
  ahead = Date.parse(instant) - Date.now();
}

export function now() {
  return new Date(Date.now() + ahead);
}

const formats = new Map();

function format(options) {
  const key = language() + JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(language() === 'ko' ? 'ko-KR' : 'en-GB', options));
  }
  return formats.get(key);
}

/** Friday 27 November, 09:00, where it takes place. */
export function longTime(instant, zone) {
  return format({
    weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone, timeZoneName: zone ? 'short' : undefined,
  }).format(new Date(instant));
}

export function shortTime(instant, zone) {
  return format({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(instant));
}

export function clockTime(instant, zone) {
  return format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(instant));
}

export function day(instant, zone) {
  return format({ weekday: 'long', day: 'numeric', month: 'long', timeZone: zone }).format(new Date(instant));
}

export function shortDay(instant, zone) {
  return format({ day: 'numeric', month: 'short', year: 'numeric', timeZone: zone }).format(new Date(instant));
}

export function month(date) {
  return format({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}

/** Of a day by the clock on the wall. */
export function monthShort(startsOn) {
  return format({ month: 'short', timeZone: 'UTC' }).format(new Date(`${startsOn.slice(0, 10)}T00:00:00Z`));
}

export function weekday(date) {
  return format({ weekday: 'short', timeZone: 'UTC' }).format(date);
}

const STEPS = [
  [60, 'second', 1],
  [3600, 'minute', 60],
  [86400, 'hour', 3600],
  [86400 * 14, 'day', 86400],
];

/** 3 hours ago, in 2 days; a date where that says more. */
export function ago(instant) {
  const seconds = (Date.parse(instant) - now().getTime()) / 1000;
  const step = STEPS.find(([limit]) => Math.abs(seconds) < limit);
  if (!step) {
    return shortDay(instant);
  }
  const relative = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  return step[1] === 'second' ? relative.format(0, 'second') : relative.format(Math.round(seconds / step[2]), step[1]);
}

/** The day as YYYY-MM-DD where the reader is. */
export function isoDay(instant, zone) {
  return new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(new Date(instant));
}

/** Where the reader is. */
export function ownZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
