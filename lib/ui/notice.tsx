import circleCheck from 'lucide-static/dist/esm/icons/circle-check.mjs'
import circleInfo from 'lucide-static/dist/esm/icons/info.mjs'
import triangle from 'lucide-static/dist/esm/icons/triangle-alert.mjs'
import type { ReactNode } from 'react'
import { Drawing, shapesOf } from '#lib/ui/drawing.tsx'

const looks = {
  info: { svg: circleInfo, role: 'status' },
  success: { svg: circleCheck, role: 'status' },
  warning: { svg: triangle, role: 'status' },
  danger: { svg: triangle, role: 'alert' },
} as const

/** One message in the flow of the page. */
export function Notice({ tone = 'info', children }: { tone?: keyof typeof looks; children: ReactNode }) {
  const { svg, role } = looks[tone]
  return (
    <div data-part="notice" data-state={tone} role={role}>
      <Drawing shapes={shapesOf(svg)} />
      <div>{children}</div>
    </div>
  )
}
