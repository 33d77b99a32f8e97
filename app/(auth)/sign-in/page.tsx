import { redirect } from 'next/navigation'
import { SignInPage, type SignInSearch } from '#app/parts/sign-in-page.tsx'
import { getViewer } from '#lib/auth/viewer.ts'
import { localPath } from '#lib/paths.ts'

export default async function Page({ searchParams }: { searchParams: Promise<SignInSearch> }) {
  const search = await searchParams
  const next = localPath(search.next)
  const viewer = await getViewer().catch(() => undefined)
  if (viewer?.kind === 'contact') redirect(next)
  return <SignInPage kind="contact" next={next} search={search} />
}
