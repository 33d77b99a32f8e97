import { themeFile } from '../themes/registry.ts'
import type { Theme } from '../themes/types.ts'
import { escaped } from './escaped.ts'

/** What the logo in a mail is called; it travels as a part of the mail, so that reading it asks nobody for anything. */
export const LOGO = 'logo@portico'

type Frame = { theme: Theme; locale: string; title: string; foot: string }

/**
 * A mail's HTML around its content: tables and inlined colours, because that is what mail programs understand. Those that know
 * dark colours take them from the style sheet. Logos for mails are drawn on white.
 */
export function frame(content: string, { theme, locale, title, foot }: Frame): string {
  const look = lookOf(theme, 'light')
  const column = 'width:100%;max-width:600px;margin:0 auto;border-collapse:collapse;table-layout:fixed'
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="${theme.schemes === 'light' ? 'light' : 'light dark'}"><title>${escaped(title)}</title>${darkSheet(theme)}</head>
<body class="canvas" style="margin:0;padding:0;background:${look.canvas};${look.font}">
<table class="canvas" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;table-layout:fixed;background:${look.canvas}"><tr><td style="padding:24px 12px">
<table role="presentation" cellpadding="0" cellspacing="0" align="center" width="600" style="${column}">
<tr><td class="edge" style="padding:24px 28px 20px;background:#ffffff;border:1px solid ${look.line};border-top:4px solid ${look.action};border-bottom:0">${logo(theme, look)}</td></tr>
<tr><td class="surface edge" style="padding:20px 28px 16px;background:${look.surface};border:1px solid ${look.line};border-top:0;word-break:break-word;overflow-wrap:anywhere">${styled(content, look)}</td></tr>
<tr><td class="foot" style="padding:16px 8px;${look.font};font-size:13px;line-height:1.5;color:${look.muted};word-break:break-word">${paragraphs(foot)}</td></tr>
</table></td></tr></table></body></html>`
}

/** Its rules have to win over the inlined ones. */
function darkSheet(theme: Theme): string {
  if (theme.schemes === 'light') return ''
  const { canvas, surface, text, muted, line, sunken, action, onAction, link } = lookOf(theme, 'dark')
  const rules = {
    '.canvas': `background:${canvas}`,
    '.surface': `background:${surface}`,
    '.edge': `border-left-color:${line};border-right-color:${line};border-bottom-color:${line}`,
    '.foot': `color:${muted}`,
    '.surface p,.surface ul,.surface ol,.surface td,.surface th': `color:${text}`,
    '.surface hr,.surface td,.surface th': `border-color:${line}`,
    '.surface a': `color:${link}`,
    '.surface blockquote,.surface pre': `background:${sunken};border-color:${line}`,
    '.surface .action': `background:${action}`,
    '.surface .action a': `color:${onAction}`,
  }
  const sheet = Object.entries(rules).map(([name, rule]) => `${name}{${rule.replaceAll(/(?=;|$)/g, '!important')}}`)
  return `<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${sheet.join('')}}</style>`
}

/** The logo as a part of the mail; undefined where the theme has none for mails. */
export function logoOf(theme: Theme): { content: Buffer; width: number; height: number } | undefined {
  const file = themeFile(theme.assets.logoEmail?.split('/').at(-1) ?? '')
  if (file?.type !== 'image/png') return undefined
  const content = Buffer.from(file.base64, 'base64')
  // PNG: width and height stand at 16 and 20; drawn at twice its size, for screens of high density.
  return { content, width: Math.round(content.readUInt32BE(16) / 2), height: Math.round(content.readUInt32BE(20) / 2) }
}

type Look = ReturnType<typeof lookOf>

function lookOf(theme: Theme, scheme: 'light' | 'dark') {
  const token = (name: string, fallback: string) => theme.tokens[scheme][name] ?? fallback
  const colour = (name: string, fallback: string) => {
    const value = token(name, fallback)
    return /^#[0-9a-f]{6}$/i.test(value) ? value : fallback
  }
  return {
    canvas: colour('canvas', '#f4f5f7'),
    surface: colour('surface', '#ffffff'),
    text: colour('on-surface', '#1a1d21'),
    muted: colour('on-canvas-muted', '#5a626c'),
    line: colour('line', '#d5d9de'),
    sunken: colour('surface-sunken', '#eef0f2'),
    action: colour('action', '#1f5fa8'),
    onAction: colour('on-action', '#ffffff'),
    link: colour('link', '#1f5fa8'),
    radius: /^\d+px$/.test(token('radius-control', '')) ? token('radius-control', '') : '4px',
    font: `font-family:${token('font-body', 'Arial').replaceAll('"', "'")},Arial,sans-serif`,
  }
}

function logo(theme: Theme, look: Look): string {
  const picture = logoOf(theme)
  const name = escaped(theme.name)
  if (!picture) return `<strong style="${look.font};font-size:18px;color:${look.text}">${name}</strong>`
  return `<img src="cid:${LOGO}" width="${picture.width}" height="${picture.height}" alt="${name}" style="display:block;border:0;height:auto;max-width:100%">`
}

/** Mail programs know no style sheet: each element gets its own style. A link alone in its paragraph becomes the button. */
function styled(html: string, look: Look): string {
  const text = `${look.font};font-size:16px;line-height:1.55;color:${look.text}`
  const styles: Record<string, string> = {
    p: `margin:0 0 16px;${text}`,
    a: `color:${look.link};text-decoration:underline;word-break:break-word`,
    ul: `margin:0 0 16px;padding-left:24px;${text}`,
    ol: `margin:0 0 16px;padding-left:24px;${text}`,
    blockquote: `margin:0 0 16px;padding:12px 16px 1px;border-left:4px solid ${look.line};background:${look.sunken}`,
    pre: `margin:0 0 16px;padding:12px;background:${look.sunken};white-space:pre-wrap;font-family:monospace;font-size:14px`,
    code: 'font-family:monospace;font-size:14px',
    hr: `border:0;border-top:1px solid ${look.line};margin:16px 0`,
    table: 'border-collapse:collapse;margin:0 0 16px',
    td: `padding:4px 8px;border:1px solid ${look.line};${text}`,
    th: `padding:4px 8px;border:1px solid ${look.line};text-align:left;${text}`,
  }
  return html
    .replaceAll(
      /<(p|a|ul|ol|blockquote|pre|code|hr|table|td|th)(?=[ >])/g,
      (_, tag) => `<${tag} style="${styles[tag]}"`,
    )
    .replaceAll(
      /<p style="[^"]*"><a style="[^"]*" href="([^"]*)"[^>]*>((?:(?!<\/a>).)*)<\/a><\/p>/g,
      (whole, href, label) => (label === href ? whole : button(href, label, look)),
    )
}

function button(href: string, label: string, look: Look): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 24px;border-collapse:separate"><tr><td class="action" style="background:${look.action};border-radius:${look.radius}"><a href="${href}" style="display:inline-block;padding:12px 24px;${look.font};font-size:16px;font-weight:bold;color:${look.onAction};text-decoration:none">${label}</a></td></tr></table>`
}

/** A line "words: address" is a link with these words. */
function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [, words, url] = /^(.*): (https?:\/\/\S+)$/.exec(line) ?? []
      return words && url ? `<a href="${escaped(url)}" style="color:inherit">${escaped(words)}</a>` : escaped(line)
    })
    .join('<br>')
}
