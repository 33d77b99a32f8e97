import { resolveTokens } from '#lib/themes/resolve.ts'
import { themeStylesheet } from '#lib/themes/stylesheet.ts'

const skins: Record<string, { brand: any; light: any; dark?: any }> = {
  plain: { brand: { color: '#1f4e8c' }, light: {} },
  industry: { brand: { color: '#ff6a13', accent: '#b34700', neutral: '#1c1f24' }, light: { header: '#16181d', 'on-header': '#ffffff', 'on-header-muted': '#b8bcc4', sidebar: '#1f2229', 'on-sidebar': '#ffffff', 'radius-control': '0', 'radius-card': '0', 'radius-pill': '0', density: '0.7', 'font-heading': '"Archivo Narrow", "Arial Narrow", sans-serif' } },
  health: { brand: { color: '#0f766e' }, light: { canvas: '#fbf8f3', 'radius-control': '0.75rem', 'radius-card': '1.25rem', density: '1.2', 'font-body': '"Nunito Sans", sans-serif' } },
  city: { brand: { color: '#14305c' }, light: { canvas: '#ffffff', 'font-heading': '"Source Serif 4", Georgia, serif', 'radius-control': '0.125rem', 'radius-card': '0.125rem' } },
}

export async function GET(request: Request) {
  const skin = skins[new URL(request.url).searchParams.get('n') ?? 'plain'] ?? skins.plain!
  const { canvas, ...forDark } = skin.light
  const css = themeStylesheet({ schemes: 'both', defaultScheme: 'system', tokens: { light: resolveTokens(skin.brand, 'light', skin.light as any), dark: resolveTokens(skin.brand, 'dark', forDark as any) } } as any, '', '')
  return new Response(css, { headers: { 'content-type': 'text/css' } })
}
