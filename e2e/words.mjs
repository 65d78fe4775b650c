// What the pages say, from the bundles that they read themselves.

import { readFileSync } from 'node:fs';

const FOLDER = new URL('../somoim-examples/src/main/resources/org/somoim/examples/demo/site/words/', import.meta.url);
const BUNDLES = Object.fromEntries(['ko', 'en'].map((one) => [one, JSON.parse(readFileSync(new URL(`${one}.json`, FOLDER), 'utf8'))]));

/** Words for a key, with the values filled in. */
export function words(language) {
  return (key, values = {}) => {
    const text = BUNDLES[language][key];
    if (text === undefined) {
      throw new Error(`no words for ${key}`);
    }
    return text
      .replace(/\{(\w+)\|([^|}]*)\|([^|}]*)\}/g, (all, name, one, many) => (Number(values[name]) === 1 ? one : many))
      .replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? ''));
  };
}

const DESK = new URL('../somoim-http-adapter/src/main/resources/org/somoim/http/dashboard/', import.meta.url);
const DESK_BUNDLES = Object.fromEntries(['ko', 'en'].map((one) => [one, JSON.parse(readFileSync(new URL(`words-${one}.json`, DESK), 'utf8'))]));

/** What the dashboard says for a key, with the values filled in. */
export function deskWords(language) {
  return (key, ...values) => {
    const text = DESK_BUNDLES[language][key];
    if (text === undefined) {
      throw new Error(`the dashboard has no words for ${key}`);
    }
    return text.replace(/\{(\d)\}/g, (all, at) => String(values[at] ?? ''));
  };
}
