import { demoEngineers } from './engineers.ts'
import { demoFaq, type FaqArticle } from './faq-articles.ts'
import type { PlannedTicket } from './history.ts'
import type { Locale } from './labels.ts'
import type { Random } from './random.ts'
import { attended, DAY } from './times.ts'

/** Each question as one ticket per language, published over the last year and a half. */
export function planFaq(now: Date, random: Random): PlannedTicket[] {
  return demoFaq.flatMap((article) => {
    const at = attended(new Date(now.getTime() - random.between(20, 520) * DAY), 'office', random)
    return [publish(article, 'en', at), publish(article, 'de', new Date(at.getTime() + 600_000))]
  })
}

function publish({ queue, author, texts }: FaqArticle, language: Locale, createdAt: Date): PlannedTicket {
  const name = demoEngineers.find(({ login }) => login === author)?.name ?? author
  const entry = {
    kind: 'comment',
    author: { kind: 'engineer', login: author, name },
    files: [],
    at: createdAt,
  } as const
  return {
    queue,
    status: 'published',
    engineer: author,
    subject: texts[language].question,
    values: { language, review_on: new Date(createdAt.getTime() + 365 * DAY).toISOString().slice(0, 10) },
    entries: [{ ...entry, files: [], as: 'solution', body: texts[language].answer }],
    createdAt,
    participants: [],
  }
}
