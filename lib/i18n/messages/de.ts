import account from '#lib/i18n/messages/de/account.json' with { type: 'json' }
import accountCard from '#lib/i18n/messages/de/account-card.json' with { type: 'json' }
import admin from '#lib/i18n/messages/de/admin.json' with { type: 'json' }
import audit from '#lib/i18n/messages/de/audit.json' with { type: 'json' }
import cannedTexts from '#lib/i18n/messages/de/canned-texts.json' with { type: 'json' }
import common from '#lib/i18n/messages/de/common.json' with { type: 'json' }
import companies from '#lib/i18n/messages/de/companies.json' with { type: 'json' }
import contacts from '#lib/i18n/messages/de/contacts.json' with { type: 'json' }
import create from '#lib/i18n/messages/de/create.json' with { type: 'json' }
import desk from '#lib/i18n/messages/de/desk.json' with { type: 'json' }
import deskTicket from '#lib/i18n/messages/de/desk-ticket.json' with { type: 'json' }
import deskViews from '#lib/i18n/messages/de/desk-views.json' with { type: 'json' }
import directories from '#lib/i18n/messages/de/directories.json' with { type: 'json' }
import errors from '#lib/i18n/messages/de/errors.json' with { type: 'json' }
import explain from '#lib/i18n/messages/de/explain.json' with { type: 'json' }
import factors from '#lib/i18n/messages/de/factors.json' with { type: 'json' }
import faq from '#lib/i18n/messages/de/faq.json' with { type: 'json' }
import forgot from '#lib/i18n/messages/de/forgot.json' with { type: 'json' }
import form from '#lib/i18n/messages/de/form.json' with { type: 'json' }
import groups from '#lib/i18n/messages/de/groups.json' with { type: 'json' }
import health from '#lib/i18n/messages/de/health.json' with { type: 'json' }
import hosts from '#lib/i18n/messages/de/hosts.json' with { type: 'json' }
import impact from '#lib/i18n/messages/de/impact.json' with { type: 'json' }
import importing from '#lib/i18n/messages/de/import.json' with { type: 'json' }
import language from '#lib/i18n/messages/de/language.json' with { type: 'json' }
import licence from '#lib/i18n/messages/de/licence.json' with { type: 'json' }
import mail from '#lib/i18n/messages/de/mail.json' with { type: 'json' }
import mailIn from '#lib/i18n/messages/de/mail-in.json' with { type: 'json' }
import nav from '#lib/i18n/messages/de/nav.json' with { type: 'json' }
import newsAdmin from '#lib/i18n/messages/de/news-admin.json' with { type: 'json' }
import notifications from '#lib/i18n/messages/de/notifications.json' with { type: 'json' }
import pages from '#lib/i18n/messages/de/pages.json' with { type: 'json' }
import password from '#lib/i18n/messages/de/password.json' with { type: 'json' }
import people from '#lib/i18n/messages/de/people.json' with { type: 'json' }
import portalTicket from '#lib/i18n/messages/de/portal-ticket.json' with { type: 'json' }
import providers from '#lib/i18n/messages/de/providers.json' with { type: 'json' }
import provisioning from '#lib/i18n/messages/de/provisioning.json' with { type: 'json' }
import queues from '#lib/i18n/messages/de/queues.json' with { type: 'json' }
import registration from '#lib/i18n/messages/de/registration.json' with { type: 'json' }
import reset from '#lib/i18n/messages/de/reset.json' with { type: 'json' }
import roles from '#lib/i18n/messages/de/roles.json' with { type: 'json' }
import scheme from '#lib/i18n/messages/de/scheme.json' with { type: 'json' }
import sessions from '#lib/i18n/messages/de/sessions.json' with { type: 'json' }
import settings from '#lib/i18n/messages/de/settings.json' with { type: 'json' }
import signIn from '#lib/i18n/messages/de/sign-in.json' with { type: 'json' }
import sso from '#lib/i18n/messages/de/sso.json' with { type: 'json' }
import templates from '#lib/i18n/messages/de/templates.json' with { type: 'json' }
import textClasses from '#lib/i18n/messages/de/text-classes.json' with { type: 'json' }
import themesAdmin from '#lib/i18n/messages/de/themes-admin.json' with { type: 'json' }
import ticket from '#lib/i18n/messages/de/ticket.json' with { type: 'json' }
import tickets from '#lib/i18n/messages/de/tickets.json' with { type: 'json' }
import upload from '#lib/i18n/messages/de/upload.json' with { type: 'json' }
import viewAs from '#lib/i18n/messages/de/view-as.json' with { type: 'json' }
import welcome from '#lib/i18n/messages/de/welcome.json' with { type: 'json' }

export default {
  account,
  accountCard,
  admin,
  audit,
  cannedTexts,
  common,
  companies,
  contacts,
  create,
  desk,
  deskTicket,
  deskViews,
  directories,
  errors,
  explain,
  factors,
  faq,
  forgot,
  form,
  groups,
  health,
  hosts,
  impact,
  import: importing,
  language,
  licence,
  mail,
  mailIn,
  nav,
  newsAdmin,
  notifications,
  pages,
  password,
  people,
  portalTicket,
  providers,
  provisioning,
  queues,
  registration,
  reset,
  roles,
  scheme,
  sessions,
  settings,
  signIn,
  sso,
  templates,
  textClasses,
  themesAdmin,
  ticket,
  tickets,
  upload,
  viewAs,
  welcome,
}
