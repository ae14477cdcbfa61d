import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { SandboxEnv } from '../api/endpoints.ts';
import type { SandboxContext } from '../context.ts';
import { createFormats } from './formats.ts';
import type { FrameOptions } from './frame.ts';
import { answerHtml } from './html.ts';
import { findLanguage } from './languages.ts';
import type { ListRequest } from './list-request.ts';
import type { PageWriting } from './page-writing.ts';
import { parseVariant, type PageVariant } from './variant.ts';

/**
 * Answers with a page for who is signed in, written in the language of `prefix` and the variant of address or settings; sends
 * others to the login. `write` gives its HTML or a whole answer, or undefined where there is no such page.
 */
export type AnswerPage = (
  http: Context<SandboxEnv>,
  prefix: string,
  write: (frame: FrameOptions, how: PageWriting) => string | Response | undefined,
  status?: number,
) => Response;

/** Prefixes whose headers the sandbox has, though all else is in English there. */
const foreignPrefixes: Partial<Record<string, PageVariant['headers']>> = { el: 'greek', pl: 'polish' };

/** Makes the function by which all pages of the site answer. */
export function createAnswerPage(context: SandboxContext): AnswerPage {
  return (http, prefix, write, status = 200) => {
    const language = findLanguage(prefix);
    const { signedIn } = context.site;
    if (language === undefined) return answerNothing();
    if (signedIn === undefined) {
      return http.redirect(`/${prefix}/login?returnUrl=${encodeURIComponent(http.req.path)}`);
    }
    try {
      const given = parseVariant(http.req.query('variant') ?? '', context.site.variant);
      const variant: PageVariant = {
        ...given,
        ...(http.req.query('ajax') === '1' && { loading: 'ajax' }),
        headers: given.headers === 'language' ? (foreignPrefixes[prefix] ?? 'language') : given.headers,
      };
      const how = { prefix, language, variant, formats: createFormats(variant, language) };
      const user = context.world.investors[signedIn]?.name;
      const current = http.req.path.split('/')[2] ?? '';
      const { loading, look } = variant;
      const page = write({ prefix, title: 'Bondora', user, current, loading, look }, how);
      if (page instanceof Response) return page;
      return page === undefined ? answerNothing() : answerHtml(page, status);
    } catch (error) {
      if (error instanceof RangeError) return answerHtml(error.message, 400);
      throw error;
    }
  };
}

/** What a request for a list says: its address, who asks, and the columns that the list's cookie remembers. */
export function readListRequest(
  http: Context<SandboxEnv>,
  name: string,
  context: SandboxContext,
  style: PageWriting,
): ListRequest {
  return {
    address: new URL(http.req.url),
    style,
    investor: context.site.signedIn ?? 0,
    rememberedColumns: getCookie(http, `${name}-columns`),
  };
}

/** The answer where there is no page. */
export function answerNothing(): Response {
  return answerHtml('<!DOCTYPE html><html lang="en"><title>Not found</title><h1>Not found</h1></html>', 404);
}
