import type { EngineerViewer } from '#lib/access/viewer.ts'

/** News are kept by whoever may manage news, also without being an administrator. */
export const keepsNews = (viewer: EngineerViewer) => viewer.manage_news || viewer.administer
