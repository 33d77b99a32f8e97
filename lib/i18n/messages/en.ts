import account from '#lib/i18n/messages/en/account.json' with { type: 'json' }
import accountCard from '#lib/i18n/messages/en/account-card.json' with { type: 'json' }
import admin from '#lib/i18n/messages/en/admin.json' with { type: 'json' }
import audit from '#lib/i18n/messages/en/audit.json' with { type: 'json' }
import cannedTexts from '#lib/i18n/messages/en/canned-texts.json' with { type: 'json' }
import common from '#lib/i18n/messages/en/common.json' with { type: 'json' }
import companies from '#lib/i18n/messages/en/companies.json' with { type: 'json' }
import contacts from '#lib/i18n/messages/en/contacts.json' with { type: 'json' }
import create from '#lib/i18n/messages/en/create.json' with { type: 'json' }
import desk from '#lib/i18n/messages/en/desk.json' with { type: 'json' }
import deskTicket from '#lib/i18n/messages/en/desk-ticket.json' with { type: 'json' }
import deskViews from '#lib/i18n/messages/en/desk-views.json' with { type: 'json' }
import directories from '#lib/i18n/messages/en/directories.json' with { type: 'json' }
import errors from '#lib/i18n/messages/en/errors.json' with { type: 'json' }
import explain from '#lib/i18n/messages/en/explain.json' with { type: 'json' }
import factors from '#lib/i18n/messages/en/factors.json' with { type: 'json' }
import faq from '#lib/i18n/messages/en/faq.json' with { type: 'json' }
import forgot from '#lib/i18n/messages/en/forgot.json' with { type: 'json' }
import form from '#lib/i18n/messages/en/form.json' with { type: 'json' }
import groups from '#lib/i18n/messages/en/groups.json' with { type: 'json' }
import health from '#lib/i18n/messages/en/health.json' with { type: 'json' }
import hosts from '#lib/i18n/messages/en/hosts.json' with { type: 'json' }
import impact from '#lib/i18n/messages/en/impact.json' with { type: 'json' }
import importing from '#lib/i18n/messages/en/import.json' with { type: 'json' }
import language from '#lib/i18n/messages/en/language.json' with { type: 'json' }
import licence from '#lib/i18n/messages/en/licence.json' with { type: 'json' }
import mail from '#lib/i18n/messages/en/mail.json' with { type: 'json' }
import mailIn from '#lib/i18n/messages/en/mail-in.json' with { type: 'json' }
import nav from '#lib/i18n/messages/en/nav.json' with { type: 'json' }
import newsAdmin from '#lib/i18n/messages/en/news-admin.json' with { type: 'json' }
import notifications from '#lib/i18n/messages/en/notifications.json' with { type: 'json' }
import pages from '#lib/i18n/messages/en/pages.json' with { type: 'json' }
import password from '#lib/i18n/messages/en/password.json' with { type: 'json' }
import people from '#lib/i18n/messages/en/people.json' with { type: 'json' }
import portalTicket from '#lib/i18n/messages/en/portal-ticket.json' with { type: 'json' }
import providers from '#lib/i18n/messages/en/providers.json' with { type: 'json' }
import provisioning from '#lib/i18n/messages/en/provisioning.json' with { type: 'json' }
import queues from '#lib/i18n/messages/en/queues.json' with { type: 'json' }
import registration from '#lib/i18n/messages/en/registration.json' with { type: 'json' }
import reset from '#lib/i18n/messages/en/reset.json' with { type: 'json' }
import roles from '#lib/i18n/messages/en/roles.json' with { type: 'json' }
import scheme from '#lib/i18n/messages/en/scheme.json' with { type: 'json' }
import sessions from '#lib/i18n/messages/en/sessions.json' with { type: 'json' }
import settings from '#lib/i18n/messages/en/settings.json' with { type: 'json' }
import signIn from '#lib/i18n/messages/en/sign-in.json' with { type: 'json' }
import sso from '#lib/i18n/messages/en/sso.json' with { type: 'json' }
import templates from '#lib/i18n/messages/en/templates.json' with { type: 'json' }
import textClasses from '#lib/i18n/messages/en/text-classes.json' with { type: 'json' }
import themesAdmin from '#lib/i18n/messages/en/themes-admin.json' with { type: 'json' }
import ticket from '#lib/i18n/messages/en/ticket.json' with { type: 'json' }
import tickets from '#lib/i18n/messages/en/tickets.json' with { type: 'json' }
import upload from '#lib/i18n/messages/en/upload.json' with { type: 'json' }
import viewAs from '#lib/i18n/messages/en/view-as.json' with { type: 'json' }
import welcome from '#lib/i18n/messages/en/welcome.json' with { type: 'json' }

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
