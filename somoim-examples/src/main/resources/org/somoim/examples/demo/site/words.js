// What the pages say, in the language of whoever reads it. Bundles are complete; a test sees to it.

let words = {};
let advice = null;

export const LANGUAGES = ['ko', 'en'];

export function language() {
  return document.documentElement.lang === 'ko' ? 'ko' : 'en';
}

export async function speak(tongue) {
  const answer = await fetch(`/site/words/${tongue}.json`);
  words = await answer.json();
  advice = null;
  document.documentElement.lang = tongue;
}

export function choose(tongue) {
  localStorage.setItem('somoim.language', tongue);
  return speak(tongue);
}

/** The words for a key. `{name}` takes a value; `{count|one|many}` chooses by a number. */
export function t(key, values = {}) {
  const text = words[key] ?? key;
  return text
    .replace(/\{(\w+)\|([^|}]*)\|([^|}]*)\}/g, (all, name, one, many) => (Number(values[name]) === 1 ? one : many))
    .replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? ''));
}

/** Whether there are words of our own for a key, such as for a category that somebody made up. */
export function has(key) {
  return key in words;
}

/** What the API says in both languages. */
export function told(label) {
  return label === undefined || label === null ? '' : language() === 'ko' ? label.korean : label.english;
}

/** What to do about a refusal. The API says it in English; for Korean there is a list of all codes. */
export async function adviceOn(code, detail) {
  if (language() !== 'ko') {
    return detail;
  }
  advice ??= await (await fetch('/site/words/advice-ko.json')).json();
  return advice[code] ?? detail;
}
