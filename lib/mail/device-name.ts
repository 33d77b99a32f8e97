const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/^(w3m|Lynx|Links|curl)/i, ''],
]
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** "Firefox, Windows" from what a browser says of itself; undefined where it says nothing that people know. */
export function deviceName(userAgent: string): string | undefined {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))
  const name = browser?.[1] || (browser ? userAgent.split(/[/ ]/)[0] : undefined)
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1]
  return [name, system].filter(Boolean).join(', ') || undefined
}
