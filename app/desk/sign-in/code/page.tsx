import { SecondStepPage } from '#app/parts/second-step-page.tsx'
import { localPath, paths } from '#lib/paths.ts'

export default async function Page({ searchParams }: { searchParams: Promise<{ next?: string; with?: string }> }) {
  const search = await searchParams
  return <SecondStepPage kind="engineer" next={localPath(search.next, paths.desk())} wanted={search.with} />
}
