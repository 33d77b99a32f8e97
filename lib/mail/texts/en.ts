import type { MailKey } from '../kinds.ts'
import type { MailText } from '../render.ts'

/** The texts as they come: Liquid for the values, Markdown for the form. A link alone in its paragraph becomes the button. */
export const en: Record<MailKey, MailText> = {
  'track-password-reset-template': {
    subject: 'Set a new password for {{ site.name }}',
    body: `Hello {{ contact.name }},

Somebody, probably you, asked for a new password for the login **{{ account.login }}**.

[Set a new password]({{ link }})

The link works once and for {{ minutes }} minutes. If it was not you, do nothing: your password stays as it is.`,
  },
  'portal-invitation': {
    subject: 'Your access to {{ site.name }}',
    body: `Hello {{ contact.name }},

You now have an account in our portal. There you see your tickets, answer them and open new ones. Your login is **{{ account.login }}**.

[Choose your password]({{ link }})

The link works once and for {{ hours }} hours. After that, ask your contact with us for a new one.`,
  },
  'password-kept-elsewhere': {
    subject: 'Your password for {{ site.name }}',
    body: `Hello {{ contact.name }},

Somebody, probably you, asked for a new password for the login **{{ account.login }}**.

This password is kept by your company and cannot be changed here. Please contact your administrator.`,
  },
  'password-changed': {
    subject: 'Your password was changed',
    body: `Hello {{ contact.name }},

The password of your account **{{ account.login }}** was changed on {{ at }}. Wherever else you were signed in, you are signed out now.

If it was not you, use “Forgot your password?” on the sign-in page at once, and tell us.`,
  },
  'second-factor-added': {
    subject: 'A second factor was added to your account',
    body: `Hello {{ contact.name }},

A second factor was added to your account **{{ account.login }}** on {{ at }}. From now on, signing in asks for it after the password.

If it was not you, change your password at once and tell us.`,
  },
  'second-factor-removed': {
    subject: 'A second factor was removed from your account',
    body: `Hello {{ contact.name }},

A second factor of your account **{{ account.login }}** was removed on {{ at }}.

If you did not do this, and did not ask us to, change your password at once and tell us.`,
  },
  'new-sign-in': {
    subject: 'New sign-in to your account',
    body: `Hello {{ contact.name }},

Somebody signed in to your account **{{ account.login }}** on {{ at }} from a device that we have not seen before: {{ device }}.

If it was you, there is nothing to do. If not, end the session and change your password.

[Show where I am signed in]({{ link }})`,
  },
  'account-locked': {
    subject: 'Failed sign-ins to your account',
    body: `Hello {{ contact.name }},

Somebody tried several times to sign in to your account **{{ account.login }}** with a wrong password, last on {{ at }}. Nobody got in. Further attempts have to wait, at most a quarter of an hour.

If it was you and you have forgotten the password, use “Forgot your password?” on the sign-in page: that ends the waiting, too. If it was not you, there is nothing to do.

[Go to the portal]({{ link }})`,
  },
  'registration-confirm': {
    subject: 'Confirm your registration for {{ site.name }}',
    body: `Hello {{ contact.name }},

Somebody, probably you, registered with this address for {{ site.name }}.

[Confirm and choose a password]({{ link }})

The link works once and for {{ hours }} hours. If it was not you, do nothing: without the confirmation there will be no account.`,
  },
  'registration-elsewhere': {
    subject: 'Your registration for {{ site.name }}',
    body: `Hello {{ contact.name }},

Thank you for registering for {{ site.name }}. With this address that is not possible: we accept addresses of our customers’ companies only. Please register with the address of your company, or ask your contact with us.`,
  },
  'registration-refused': {
    subject: 'Your registration for {{ site.name }}',
    body: `Hello {{ contact.name }},

Thank you for registering for {{ site.name }}. We cannot give you an account:

{{ reason }}

If you have questions, please ask your contact with us.`,
  },
  'registration-known': {
    subject: 'You already have an account for {{ site.name }}',
    body: `Hello {{ contact.name }},

Somebody, probably you, registered with your address. You have an account already; your login is **{{ account.login }}**. If you have forgotten the password, use “Forgot your password?” on the sign-in page.

[Sign in]({{ link }})`,
  },
  'registration-approved': {
    subject: 'Your account for {{ site.name }} is ready',
    body: `Hello {{ contact.name }},

We have approved your registration. Sign in with **{{ account.login }}** and the password that you have chosen.

[Sign in]({{ link }})`,
  },
  'ticket-answered': {
    subject: '[{{ ticket.number }}] {{ ticket.subject }}',
    body: `Hello {{ contact.name }},

{{ author.name }} wrote in ticket {{ ticket.number }}, “{{ ticket.subject }}”:

{{ entry.body }}

[Open the ticket]({{ link }})`,
  },
  'ticket-status': {
    subject: '[{{ ticket.number }}] {{ ticket.status }}: {{ ticket.subject }}',
    body: `Hello {{ contact.name }},

Ticket {{ ticket.number }}, “{{ ticket.subject }}”, now has the status “**{{ ticket.status }}**”.

[Open the ticket]({{ link }})`,
  },
  'ticket-participant': {
    subject: '[{{ ticket.number }}] {{ ticket.subject }}',
    body: `Hello {{ contact.name }},

{{ author.name }} added you to ticket {{ ticket.number }}, “{{ ticket.subject }}”. You can read it and answer.

[Open the ticket]({{ link }})`,
  },
  'ticket-shared': {
    subject: '[{{ ticket.number }}] {{ ticket.subject }}',
    body: `Hello {{ contact.name }},

{{ author.name }} shared ticket {{ ticket.number }}, “{{ ticket.subject }}”, with you{% if until != "" %} until {{ until }}{% endif %}.

[Open the ticket]({{ link }})`,
  },
  'desk-answered': {
    subject: '[{{ ticket.number }}] {{ ticket.subject }}',
    body: `Hello {{ contact.name }},

{{ author.name }} wrote in your ticket {{ ticket.number }}, “{{ ticket.subject }}”:

{{ entry.body }}

[Open the ticket]({{ link }})`,
  },
  'desk-status': {
    subject: '[{{ ticket.number }}] {{ ticket.status }}: {{ ticket.subject }}',
    body: `Hello {{ contact.name }},

{{ author.name }} gave your ticket {{ ticket.number }}, “{{ ticket.subject }}”, the status “**{{ ticket.status }}**”.

[Open the ticket]({{ link }})`,
  },
  'desk-assigned': {
    subject: '[{{ ticket.number }}] Yours now: {{ ticket.subject }}',
    body: `Hello {{ contact.name }},

{{ author.name }} assigned ticket {{ ticket.number }}, “{{ ticket.subject }}”, to you. It is in “{{ ticket.queue }}”, with the status “{{ ticket.status }}”.

[Open the ticket]({{ link }})`,
  },
  'desk-mentioned': {
    subject: '[{{ ticket.number }}] {{ author.name }} mentioned you',
    body: `Hello {{ contact.name }},

{{ author.name }} mentioned you in ticket {{ ticket.number }}, “{{ ticket.subject }}”:

{{ entry.body }}

[Open the ticket]({{ link }})`,
  },
  'ticket-digest': {
    subject: '{{ site.name }}: what is new in your tickets ({{ count }})',
    body: `Hello {{ contact.name }},

This is new in your tickets:

{{ news }}

[Show all tickets]({{ link }})`,
  },
}
