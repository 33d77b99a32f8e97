'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Fetches the page anew every few seconds while it is in sight; without a script a link does. */
export function LookAgain({ seconds }: { seconds: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, seconds * 1000)
    return () => clearInterval(timer)
  }, [router, seconds])
  return null
}
