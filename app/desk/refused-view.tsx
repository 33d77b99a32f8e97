import { engineerRefused } from '#app/parts/engineer-refused.tsx'
import { DeskFrame } from './page-frame.tsx'

export const RefusedView = engineerRefused('desk', DeskFrame)
