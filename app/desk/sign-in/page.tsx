import { redirect } from 'next/navigation'
import { SignInPage, type SignInSearch } from '#app/parts/sign-in-page.tsx'
import { getViewer } from '#lib/auth/viewer.ts'
import { localPath, paths } from '#lib/paths.ts'

export default async function Page({ searchParams }: { searchParams: Promise<SignInSearch> }) {
  const search = await searchParams
  const next = localPath(search.next, paths.desk())
  const viewer = await getViewer().catch(() => undefined)
  if (viewer?.kind === 'engineer') redirect(next)
  return <SignInPage kind="engineer" next={next} search={search} />
}
