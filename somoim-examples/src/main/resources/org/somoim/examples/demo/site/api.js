// The public HTTP API, and nothing else. Who is signed in is kept for one tab: two tabs may be two people.

const BASE = '/api/v1';
const KEPT = 'somoim.session';

let session = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
let refreshing = null;

/** What the API turned down, with its stable code and what to do about it. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? String(status));
    this.status = status;
    this.code = problem.code ?? '';
    this.detail = problem.detail ?? '';
    this.errors = problem.errors ?? [];
  }
}

/** Nobody answered. */
export class Unreachable extends Error {}

export function signedIn() {
  return session !== null;
}

export function me() {
  return session?.user_id ?? null;
}

export function token() {
  return session?.access_token ?? '';
}

function keep(next) {
  session = next;
  if (next === null) {
    sessionStorage.removeItem(KEPT);
  } else {
    sessionStorage.setItem(KEPT, JSON.stringify(next));
  }
}

export async function logIn(email, password) {
  keep(await call('POST', '/sessions', { email, password, device: 'Somoim demo' }));
}

export async function logOut() {
  const ended = session?.session_id;
  try {
    if (ended) {
      await call('DELETE', `/me/sessions/${ended}`);
    }
  } finally {
    keep(null);
  }
}

/** Without asking anybody: for when there is nobody to log out any more. */
export function forget() {
  keep(null);
}

function send(method, path, body, as = session) {
  const headers = { accept: 'application/json' };
  if (as) {
    headers.authorization = `Bearer ${as.access_token}`;
  }
  if (body !== undefined) {
    headers['content-type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  }
  return fetch(BASE + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
    .catch((error) => {
      throw new Unreachable(String(error));
    });
}

async function answerTo(method, path, body) {
  const before = session;
  const answer = await send(method, path, body);
  if (answer.status !== 401 || before === null || path === '/sessions') {
    return answer;
  }
  // Of many calls with a token that has expired, one has it replaced, and the others go on with the new one.
  const goesOn = session === before ? await refresh() : session !== null;
  return goesOn ? send(method, path, body) : answer;
}

/** Goes on with a session whose token has expired; one at a time, as a refresh token can be spent once. */
function refresh() {
  refreshing ??= (async () => {
    try {
      const answer = await send('POST', '/sessions/refresh', { refresh_token: session.refresh_token }, null);
      keep(answer.ok ? await answer.json() : null);
      return answer.ok;
    } finally {
      refreshing = null;
    }
  })();
  return refreshing;
}

async function refusal(answer) {
  let problem = {};
  try {
    problem = await answer.json();
  } catch {
    // No problem document: the status has to do.
  }
  return new Refused(answer.status, problem);
}

/** One call; gives what is in the answer, or null. */
export async function call(method, path, body) {
  const answer = await answerTo(method, path, body);
  if (!answer.ok) {
    throw await refusal(answer);
  }
  if (answer.status === 204 || answer.headers.get('content-length') === '0') {
    return null;
  }
  const text = await answer.text();
  return text === '' ? null : JSON.parse(text);
}

export const get = (path) => call('GET', path);

/** Something that may not be there for whoever asks. */
export async function maybe(path, otherwise = null) {
  try {
    return await get(path);
  } catch (error) {
    if (error instanceof Refused && [403, 404, 409].includes(error.status)) {
      return otherwise;
    }
    throw error;
  }
}

/** Some of many: the items, and the path of those that follow. */
export async function page(path) {
  const answer = await answerTo('GET', path);
  if (!answer.ok) {
    throw await refusal(answer);
  }
  const next = /<([^>]+)>; *rel="next"/.exec(answer.headers.get('link') ?? '');
  return { items: await answer.json(), next: next ? next[1].slice(BASE.length) : null };
}

/** Everything of a list that goes over several pages, within reason. */
export async function all(path, most = 4) {
  const items = [];
  let next = path;
  for (let turn = 0; next !== null && turn < most; turn += 1) {
    const one = await page(next);
    items.push(...one.items);
    next = one.next;
  }
  return items;
}

/** What one is to a group, without asking for what may not be there. */
export async function membership(group) {
  return (await all('/me/groups?limit=50')).find((one) => one.group.id === group)?.membership ?? null;
}

/** A file, for keeping. */
export async function file(path) {
  const answer = await answerTo('GET', path);
  if (!answer.ok) {
    throw await refusal(answer);
  }
  return answer.blob();
}

/** A socket. The token travels as a subprotocol, never in the address. */
export function listen(path) {
  const address = `${location.origin.replace(/^http/, 'ws')}${BASE}${path}`;
  return new WebSocket(address, ['somoim.v1', `bearer.${token()}`]);
}

/** Ends a socket, also one that is not open yet, which browsers complain about otherwise. */
export function hangUp(socket) {
  if (socket.readyState === WebSocket.CONNECTING) {
    socket.addEventListener('open', () => socket.close());
  } else {
    socket.close();
  }
}

/** What only the demo has; null where there is no demo. */
export async function demo(path, body) {
  const answer = await fetch(`/demo/${path}`, body === undefined ? {} : {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.ok ? answer.json() : null;
}
