import { notFound } from '#lib/errors.ts'
import { refusal } from '#lib/http/page.ts'
import { RefusedView } from '../refused-view.tsx'

/**
 * Every address that is nothing else. Not `not-found.tsx`: Next.js renders that one beside each page of the site and sends
 * it along, which doubled the work and the bytes of every page.
 */
export default async function UnknownPage() {
  return <RefusedView {...(await refusal(notFound()))} />
}
