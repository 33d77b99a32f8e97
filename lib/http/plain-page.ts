import 'server-only'
import { getLocale } from 'next-intl/server'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { AppError } from '../errors.ts'
import { chosenScheme, wornTheme } from '../themes/worn.ts'

type Values = Record<string, string | string[]>

/** The form that was sent: shown again in the answer, so that it can be sent once more from there. */
export type SentForm = { action: string; values: Values }

/**
 * What a route handler answers to a browser whose form it cannot take: a page in the theme that says why, and holds what was
 * typed. Routes cannot render components, so it is written by hand, in as few elements as it needs.
 */
export async function plainPage(error: AppError, form?: SentForm): Promise<Response> {
  const t = await getTranslations()
  const content = `<p>${escaped(t(`errors.${error.code}.text`))}</p>
${form ? formAgain(form, escaped(t('pages.retry'))) : ''}<p><a href="/">${escaped(t('pages.home'))}</a></p>`
  return inTheme(t(`errors.${error.code}.title`), content, { status: error.status })
}

/**
 * Takes the browser to another site after a form. Chromium follows no redirect from a form to where the page's policy allows no
 * form to go; a page that loads the next one by itself is no redirect.
 */
export async function leavingPage(to: { name: string; location: string }): Promise<Response> {
  const t = await getTranslations('sso')
  const content = `<p><a href="${escaped(to.location)}">${escaped(t('leave', { name: to.name }))}</a></p>`
  return inTheme(t('leaving', { name: to.name }), content, { headers: { refresh: `0;url=${to.location}` } })
}

async function inTheme(title: string, content: string, init: { status?: number; headers?: Record<string, string> }) {
  const [locale, theme] = await Promise.all([getLocale(), wornTheme()])
  const scheme = await chosenScheme(theme)
  const page = `<!doctype html>
<html lang="${locale}"${scheme ? ` data-scheme="${scheme}"` : ''}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – ${escaped(theme.name)}</title>
<link rel="icon" href="${theme.assets.favicon}"><link rel="stylesheet" href="${theme.stylesheet}"><link rel="stylesheet" href="/plain.css"></head>
<body><header><img src="${theme.logos.canvas[scheme ?? 'light']}" alt="${escaped(theme.name)}"></header><main><h1>${escaped(title)}</h1>${content}</main></body></html>`
  return new Response(page, {
    ...init,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      ...init.headers,
    },
  })
}

/** Long texts can be read and copied; the rest travels hidden. Files a browser sends only from where they were chosen. */
function formAgain({ action, values }: SentForm, button: string): string {
  const fields = Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => field(name, one)))
  return `<form action="${escaped(action)}" method="post" enctype="multipart/form-data">${fields.join('')}<button>${button}</button></form>`
}

function field(name: string, value: string): string {
  const typed = name === 'subject' || name === 'description' || name === 'body'
  return typed
    ? `<textarea name="${escaped(name)}" aria-label="${escaped(name)}" readonly rows="4">${escaped(value)}</textarea>`
    : `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

export const PLAIN_STYLE = `body{margin:0;background:var(--p-canvas);color:var(--p-on-canvas);font:var(--p-text-md)/1.5 var(--p-font-body)}
header,main{max-width:40rem;margin:0 auto;padding:1.5rem 1rem}header img{max-height:3rem}
h1{font:var(--p-weight-strong) var(--p-text-2xl)/1.2 var(--p-font-heading);margin:0 0 .75rem}a{color:var(--p-link)}
textarea{box-sizing:border-box;width:100%;margin-bottom:1rem;padding:.5rem;font:inherit;color:var(--p-on-field);background:var(--p-field);border:1px solid var(--p-field-border);border-radius:var(--p-radius-control)}
button{padding:.625rem 1rem;font:inherit;font-weight:var(--p-weight-strong);color:var(--p-on-action);background:var(--p-action);border:0;border-radius:var(--p-radius-control);cursor:pointer}
:focus-visible{outline:3px solid var(--p-focus-ring);outline-offset:2px}`
