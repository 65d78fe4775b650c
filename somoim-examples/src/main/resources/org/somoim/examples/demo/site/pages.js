// Every page there is. A new one is a file in the folder pages, a line here, and perhaps a place in the navigation.

/** Ids as the API gives them out, and nothing else: no address leads a page to another call than its own. `open`: for whoever is not signed in, too; `barred`: for whoever is suspended or banned. */
export const PAGES = [
  { path: /^\/$/, file: 'home' },
  { path: /^\/enter(?:\/(sign-up|forgotten|letters))?$/, file: 'enter', open: true },
  { path: /^\/discover$/, file: 'discover' },
  { path: /^\/found$/, file: 'found' },
  { path: /^\/groups\/([0-9a-f-]{36})(?:\/(posts|chat|events|members|door|about))?$/, file: 'group' },
  { path: /^\/posts\/([0-9a-f-]{36})$/, file: 'post' },
  { path: /^\/events\/([0-9a-f-]{36})$/, file: 'event' },
  { path: /^\/forum(?:\/([0-9a-f-]{36}))?$/, file: 'forum' },
  { path: /^\/ask$/, file: 'ask' },
  { path: /^\/topics\/([0-9a-f-]{36})$/, file: 'topic' },
  { path: /^\/answers\/([0-9a-f-]{36})$/, file: 'answer' },
  { path: /^\/goals(?:\/(mine|share))?$/, file: 'goals' },
  { path: /^\/compare$/, file: 'compare' },
  { path: /^\/calendar(?:\/(list|link))?$/, file: 'calendar' },
  { path: /^\/talks(?:\/([0-9a-f-]{36}))?$/, file: 'talks' },
  { path: /^\/news$/, file: 'news' },
  { path: /^\/privacy$/, file: 'privacy' },
  { path: /^\/data$/, file: 'data', barred: true },
  { path: /^\/decisions(?:\/([0-9a-f-]{36}))?$/, file: 'decisions', barred: true },
  { path: /^\/people\/([0-9a-f-]{36})$/, file: 'person' },
];

/** `tab`: one of the few that stay in sight on a small screen. */
export const NAVIGATION = [
  { href: '#/', word: 'home', icon: 'home', tab: true },
  { href: '#/discover', word: 'discover', icon: 'discover', tab: true },
  { href: '#/forum', word: 'forum', icon: 'forum' },
  { href: '#/calendar', word: 'calendar', icon: 'calendar', tab: true },
  { href: '#/compare', word: 'compare', icon: 'compare', tab: true },
  { href: '#/goals', word: 'goals', icon: 'goals' },
  { href: '#/talks', word: 'talks', icon: 'talk' },
  { href: '#/news', word: 'news', icon: 'bell', tab: true },
  { href: '#/privacy', word: 'privacy', icon: 'shield' },
  { href: '#/data', word: 'data', icon: 'box', barred: true },
  { href: '#/decisions', word: 'decisions', icon: 'scales', barred: true },
];
