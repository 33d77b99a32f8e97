import { settings } from '../settings/queries.ts'

export type FileLimits = { bytes: number; files: number }

/** How large a file may be and how many hang on one text, whichever way they come. */
export async function fileLimits(): Promise<FileLimits> {
  const values = await settings('attachment.max_megabytes', 'attachment.max_files')
  return { bytes: values['attachment.max_megabytes'] * 1024 * 1024, files: values['attachment.max_files'] }
}
