/** Access for a team: one shared token, by header for programs and by cookie for browsers. Without a token all is open. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { answerProblem, problem } from './answers.ts';

const COOKIE = 'trucewatch';
const MONTH = 30 * 24 * 3600;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/** Lets those in who know the token. `POST /session` with the form field `token` gives a browser its cookie. */
export function tokenOnly(token: string): MiddlewareHandler {
  /** What the cookie holds: whoever reads it does not learn the token. */
  const session = digest(`session of ${token}`).toString('hex');
  return async (context, next) => {
    if (context.req.path === '/session' && context.req.method === 'POST') return begin(context, token, session);
    const given = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    if (given === undefined ? isSame(getCookie(context, COOKIE) ?? '', session) : isSame(given, token)) {
      await next();
      return undefined;
    }
    return refuse(context);
  };
}

async function begin(context: Context, token: string, session: string): Promise<Response> {
  const form = await context.req.parseBody();
  const given = form['token'];
  if (typeof given !== 'string' || !isSame(given, token)) return page(context, 'That is not the token.');
  const isSecure = context.req.header('x-forwarded-proto') === 'https';
  setCookie(context, COOKIE, session, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: MONTH,
    secure: isSecure,
  });
  return context.redirect('/', 303);
}

function refuse(context: Context): Response {
  const wantsPage = context.req.method === 'GET' && (context.req.header('accept') ?? '').includes('text/html');
  if (wantsPage && !context.req.path.startsWith('/api/')) return page(context, '');
  return answerProblem(
    context,
    problem('token-needed', 'Send the token of this desk: Authorization: Bearer TOKEN.', 401),
    { 'www-authenticate': 'Bearer realm="trucewatch"' },
  );
}

/** The one page that is there without the token. */
function page(context: Context, said: string): Response {
  return context.html(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>trucewatch</title><main><h1>trucewatch</h1><p role="alert">${said}</p>
<form method="post" action="/session"><label>Token <input name="token" type="password" autocomplete="current-password" required autofocus></label>
<button>Open the desk</button></form></main></html>`,
    401,
  );
}
