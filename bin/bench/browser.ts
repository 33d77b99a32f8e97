/** A browser without script: it keeps cookies and sends forms as they stand in the page. */
export class Browser {
  readonly #origin: string
  readonly #cookies = new Map<string, string>()

  constructor(origin: string) {
    this.#origin = origin
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async open(path: string): Promise<string> {
    const answer = await fetch(this.#origin + path, { headers: { cookie: this.cookie }, redirect: 'manual' })
    this.#keep(answer)
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    return text
  }

  /** Fills in the form of the page that has these fields, and sends it. @returns where it leads */
  async submit(path: string, filled: Record<string, string>): Promise<string> {
    const page = await this.open(path)
    const forms = page.match(/<form[\s\S]*?<\/form>/g) ?? []
    const form = forms.find((markup) => Object.keys(filled).every((name) => markup.includes(`name="${name}"`)))
    if (!form) throw new Error(`${path} has no form with ${Object.keys(filled).join(', ')}`)
    const body = new FormData()
    for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      body.append(attribute(input, 'name'), attribute(input, 'value'))
    }
    for (const [name, value] of Object.entries(filled)) body.set(name, value)
    const headers = { cookie: this.cookie, origin: this.#origin }
    const answer = await fetch(this.#origin + path, { method: 'POST', body, headers, redirect: 'manual' })
    this.#keep(answer)
    await answer.body?.cancel()
    return answer.headers.get('location') ?? ''
  }

  #keep(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      this.#cookies.set(name, value)
    }
  }
}

const entities: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'", '#39': "'" }

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replace(/&(#?\w+);/g, (whole, entity: string) => entities[entity] ?? whole)
}
