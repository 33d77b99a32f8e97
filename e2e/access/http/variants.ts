import type { Message } from './wire.ts'

/** The same address in other letters, for the server, a cache in front or a careless comparison to take for another. */
export function variantsOf(path: string): Message[] {
  const [, first = '', ...rest] = path.split('/')
  const last = rest.at(-1) ?? first
  const before = path.slice(0, path.length - last.length)
  const coded = (text: string) => text.replace(/./g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  const paths = [
    `${path}?_rsc=abc`,
    `${path}.rsc`,
    `${path}.txt`,
    `${path}.segments/_tree.segment.rsc`,
    `${path}/`,
    `${path}//`,
    `/${path}`,
    path.replaceAll('/', '//'),
    path.toUpperCase(),
    `${before}${coded(last)}`,
    `/${coded(first)}${path.slice(first.length + 1)}`,
    path.replaceAll('/', '%2f').replace('%2f', '/'),
    `${before}${last}%20`,
    `${before}${last}%00`,
    `${before}0${last}`,
    `${before}%2b${last}`,
    `${before}./${last}`,
    `${before}x/../${last}`,
    `${before}x/%2e%2e/${last}`,
    `${before}${last};x=1`,
    `${before}${last}%3fx`,
    `/(portal)${path}`,
    `/en${path}`,
    `/_next/data/build${path}.json`,
    `/_next/image?url=${encodeURIComponent(path)}&w=64&q=75`,
    `http://localhost${path}`,
  ]
  return [...paths.map((one) => ({ path: one })), ...headed(path), ...methods(path)]
}

const tree = encodeURIComponent(JSON.stringify(['', {}]))

function headed(path: string): Message[] {
  const headers: Record<string, string>[] = [
    { rsc: '1' },
    { rsc: '1', 'next-router-state-tree': tree },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    { 'x-middleware-prefetch': '1' },
    { 'x-middleware-rewrite': path, 'x-invoke-path': path, 'x-matched-path': path },
    { 'x-original-url': path, 'x-rewrite-url': path },
    { 'x-nextjs-data': '1' },
    { 'x-prerender-revalidate': 'x' },
    { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' },
    { 'x-portico-path': '/account/password' },
    { host: 'elsewhere.example' },
  ]
  return headers.map((one) => ({ path, headers: one }))
}

function methods(path: string): Message[] {
  return ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'].map((method) => ({ method, path }))
}
