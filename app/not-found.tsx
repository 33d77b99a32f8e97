import { RefusedView } from '#app/(portal)/refused-view.tsx'
import { notFound } from '#lib/errors.ts'

export default function NotFound() {
  return <RefusedView error={notFound()} requestId={undefined} />
}
