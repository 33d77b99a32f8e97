import { engineerRefused } from '#app/parts/engineer-refused.tsx'
import { AdminFrame } from './page-frame.tsx'

export const RefusedView = engineerRefused('admin', AdminFrame)
