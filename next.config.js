import createNextIntlPlugin from 'next-intl/plugin'

/** For every answer, pages and files alike. Imported from nowhere: for one TypeScript file the server would keep a compiler. */
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
}

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
    'drizzle-orm',
    'zod',
    '@simplewebauthn/server',
    'ldapts',
    'otpauth',
  ],
  allowedDevOrigins: ['*.localhost'],
  // A page that sends no referrer posts without an origin. Whether such a post is ours `requireSameOrigin` asks, in every action.
  experimental: {
    serverActions: { allowedOrigins: ['null'] },
    // A page is loaded when it is first asked for: an instance that only serves the portal never holds desk and Admin Tool.
    preloadEntriesOnStart: false,
  },
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
