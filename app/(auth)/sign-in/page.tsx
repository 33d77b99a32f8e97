import { redirect } from 'next/navigation'
import { SignInPage } from '#app/parts/sign-in-page.tsx'
import { getViewer } from '#lib/auth/viewer.ts'
import { localPath } from '#lib/paths.ts'

export default async function Page({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = localPath((await searchParams).next)
  const viewer = await getViewer().catch(() => undefined)
  if (viewer?.kind === 'contact') redirect(next)
  return <SignInPage kind="contact" next={next} />
}
