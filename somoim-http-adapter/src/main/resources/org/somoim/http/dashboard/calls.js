// Calls of the API, relative to where the dashboard is mounted. Every change brings a header along that no form can set.

const BASE = 'api/v1';

/** What the server refused, with its code. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? String(status));
    this.status = status;
    this.code = problem.code ?? '';
    this.errors = problem.errors ?? [];
  }
}

async function call(method, path, body) {
  const headers = {Accept: 'application/json'};
  if (method !== 'GET') {
    headers['X-Somoim-Dashboard'] = '1';
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  let response;
  try {
    response = await fetch(BASE + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch {
    throw new Refused(0, {code: 'dashboard.unreachable'});
  }
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  const answer = isJson ? await response.json() : null;
  // Health says that it is bad under a status that says so too.
  if (!response.ok && !(path === '/health' && answer?.database)) {
    throw new Refused(response.status, answer ?? {});
  }
  return {answer, next: next(response.headers.get('link'))};
}

/** Only the place in the list is taken from the link: what is above the mount may be hidden by a proxy. */
function next(link) {
  const found = /[?&]cursor=([^&>]+)/.exec(link ?? '');
  return found === null ? null : decodeURIComponent(found[1]);
}

export const get = async (path) => (await call('GET', path)).answer;
export const post = async (path, body) => (await call('POST', path, body)).answer;
export const put = async (path, body) => (await call('PUT', path, body)).answer;
export const remove = async (path) => (await call('DELETE', path)).answer;

/** A page of a list: its rows, and where it goes on, or null. */
export async function page(path, cursor, limit = 50) {
  const mark = path.includes('?') ? '&' : '?';
  const place = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
  const {answer, next: after} = await call('GET', `${path}${mark}limit=${limit}${place}`);
  return {rows: answer, next: after};
}
