// Words in Korean and English. What is missing in neither is a matter of a test.

const LANGUAGES = ['ko', 'en'];
const KEPT = 'somoim.dashboard.language';
let words = {};
let chosen = 'en';

export const language = () => chosen;

export async function choose(wanted) {
  chosen = LANGUAGES.includes(wanted) ? wanted : 'en';
  words = await (await fetch(`words-${chosen}.json`)).json();
  document.documentElement.lang = chosen;
  keep(chosen);
}

/** What was chosen last, otherwise what the browser asks for. */
export function preferred() {
  const asked = (navigator.languages ?? []).map((one) => one.slice(0, 2)).find((one) => LANGUAGES.includes(one));
  return lastChosen() ?? asked ?? 'en';
}

function lastChosen() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(which) {
  try {
    localStorage.setItem(KEPT, which);
  } catch {
    // Then it is asked of the browser again next time.
  }
}

/** {0}, {1} … in the words stand for what follows. */
export function t(key, ...values) {
  const found = words[key];
  return found === undefined ? key : found.replace(/\{(\d)\}/g, (all, at) => String(values[at] ?? ''));
}

/** A word of a closed list, such as a ground; as it is if there is none for it. */
export function named(list, word) {
  const key = `${list}.${word}`;
  return words[key] ?? word;
}

export const both = (label) => (label ? (chosen === 'ko' ? label.korean : label.english) : '');

export function time(text) {
  return text
    ? new Intl.DateTimeFormat(chosen, {dateStyle: 'medium', timeStyle: 'short'}).format(new Date(text))
    : '';
}

export const number = (value, digits = 0) =>
  new Intl.NumberFormat(chosen, {maximumFractionDigits: digits}).format(value);

/** Day and month. */
export const day = (text) =>
  new Intl.DateTimeFormat(chosen, {month: 'numeric', day: 'numeric', timeZone: 'UTC'}).format(new Date(text));

/** So long, in the unit that says most. */
export const span = (minutes) =>
  minutes < 60 ? t('span.minutes', Math.round(minutes)) : minutes < 2_880 ? t('span.hours', Math.round(minutes / 60)) : t('span.days', Math.round(minutes / 1_440));

/** How long ago that was. */
export const ago = (text) => t('ago', span(Math.max(0, (Date.now() - new Date(text)) / 60_000)));
