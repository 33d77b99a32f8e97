import createNextIntlPlugin from 'next-intl/plugin'
import { SECURITY_HEADERS } from './lib/http/security-headers.ts'

/** @type {import('next').NextConfig} */
const config = {
  // A second build folder lets a development server run beside a production build.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Personal pages, exact status codes and a nonce CSP: nothing is prerendered or cached.
  cacheComponents: false,
  images: { unoptimized: true },
  // `npm test` checks the types; whoever starts Portico need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'bcrypt',
    'postgres',
    'pino',
    'lightningcss',
    'busboy',
    'pg-boss',
    'nodemailer',
    'liquidjs',
    'imapflow',
    'mailparser',
  ],
  allowedDevOrigins: ['*.localhost'],
  // A page that sends no referrer posts without an origin. Whether such a post is ours `requireSameOrigin` asks, in every action.
  experimental: { serverActions: { allowedOrigins: ['null'] } },
  headers: async () => [
    { source: '/:path*', headers: Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value })) },
    // Shown in a frame of our own pages; their own policy lets them do nothing there.
    { source: '/files/mail/:path*', headers: [{ key: 'X-Frame-Options', value: 'SAMEORIGIN' }] },
    // Their addresses hold a secret.
    ...['/reset-password', '/invitation'].map((source) => ({
      source,
      headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }],
    })),
  ],
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
