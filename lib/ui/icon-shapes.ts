import arrowDown from 'lucide-static/dist/esm/icons/arrow-down.mjs'
import arrowLeft from 'lucide-static/dist/esm/icons/arrow-left.mjs'
import arrowRight from 'lucide-static/dist/esm/icons/arrow-right.mjs'
import arrowUp from 'lucide-static/dist/esm/icons/arrow-up.mjs'
import bell from 'lucide-static/dist/esm/icons/bell.mjs'
import building from 'lucide-static/dist/esm/icons/building.mjs'
import check from 'lucide-static/dist/esm/icons/check.mjs'
import circleCheck from 'lucide-static/dist/esm/icons/circle-check.mjs'
import question from 'lucide-static/dist/esm/icons/circle-question-mark.mjs'
import file from 'lucide-static/dist/esm/icons/file.mjs'
import archive from 'lucide-static/dist/esm/icons/file-archive.mjs'
import sheet from 'lucide-static/dist/esm/icons/file-spreadsheet.mjs'
import text from 'lucide-static/dist/esm/icons/file-text.mjs'
import video from 'lucide-static/dist/esm/icons/film.mjs'
import home from 'lucide-static/dist/esm/icons/house.mjs'
import image from 'lucide-static/dist/esm/icons/image.mjs'
import inbox from 'lucide-static/dist/esm/icons/inbox.mjs'
import info from 'lucide-static/dist/esm/icons/info.mjs'
import key from 'lucide-static/dist/esm/icons/key-round.mjs'
import languages from 'lucide-static/dist/esm/icons/languages.mjs'
import lock from 'lucide-static/dist/esm/icons/lock.mjs'
import signIn from 'lucide-static/dist/esm/icons/log-in.mjs'
import signOut from 'lucide-static/dist/esm/icons/log-out.mjs'
import mail from 'lucide-static/dist/esm/icons/mail.mjs'
import menu from 'lucide-static/dist/esm/icons/menu.mjs'
import message from 'lucide-static/dist/esm/icons/message-square.mjs'
import paperclip from 'lucide-static/dist/esm/icons/paperclip.mjs'
import pencil from 'lucide-static/dist/esm/icons/pencil.mjs'
import plus from 'lucide-static/dist/esm/icons/plus.mjs'
import print from 'lucide-static/dist/esm/icons/printer.mjs'
import search from 'lucide-static/dist/esm/icons/search.mjs'
import settings from 'lucide-static/dist/esm/icons/settings.mjs'
import scheme from 'lucide-static/dist/esm/icons/sun-moon.mjs'
import ticket from 'lucide-static/dist/esm/icons/ticket.mjs'
import trash from 'lucide-static/dist/esm/icons/trash.mjs'
import warning from 'lucide-static/dist/esm/icons/triangle-alert.mjs'
import upload from 'lucide-static/dist/esm/icons/upload.mjs'
import user from 'lucide-static/dist/esm/icons/user-round.mjs'
import users from 'lucide-static/dist/esm/icons/users-round.mjs'
import offline from 'lucide-static/dist/esm/icons/wifi-off.mjs'
import close from 'lucide-static/dist/esm/icons/x.mjs'
import { shapesOf } from '#lib/ui/drawing.tsx'

const drawings = {
  archive,
  arrowDown,
  arrowLeft,
  arrowRight,
  arrowUp,
  bell,
  building,
  check,
  circleCheck,
  close,
  file,
  home,
  image,
  inbox,
  info,
  key,
  languages,
  lock,
  mail,
  menu,
  message,
  offline,
  paperclip,
  pencil,
  plus,
  print,
  question,
  scheme,
  search,
  settings,
  sheet,
  signIn,
  signOut,
  text,
  ticket,
  trash,
  upload,
  user,
  users,
  video,
  warning,
}

export type IconName = keyof typeof drawings

export const isIconName = (name: string): name is IconName => Object.hasOwn(drawings, name)

export const iconShapes: Partial<Record<string, string>> = Object.fromEntries(
  Object.entries(drawings).map(([name, svg]) => [name, shapesOf(svg)]),
)
