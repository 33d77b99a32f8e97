import type { MailKey } from '../kinds.ts'
import type { MailText } from '../render.ts'

/** Die Texte, wie sie mitkommen; Aufbau wie im Englischen. */
export const de: Record<MailKey, MailText> = {
  'track-password-reset-template': {
    subject: 'Neues Passwort für {{ site.name }}',
    body: `Guten Tag {{ contact.name }},

jemand, vermutlich Sie, hat für den Benutzernamen **{{ account.login }}** ein neues Passwort angefordert.

[Neues Passwort wählen]({{ link }})

Der Link gilt einmal und {{ minutes }} Minuten lang. Waren Sie es nicht, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.`,
  },
  'portal-invitation': {
    subject: 'Ihr Zugang zu {{ site.name }}',
    body: `Guten Tag {{ contact.name }},

Sie haben jetzt ein Konto in unserem Portal. Dort sehen Sie Ihre Tickets, antworten darauf und legen neue an. Ihr Benutzername ist **{{ account.login }}**.

[Passwort wählen]({{ link }})

Der Link gilt einmal und {{ hours }} Stunden lang. Danach fragen Sie bitte Ihre Kontaktperson bei uns nach einem neuen.`,
  },
  'password-kept-elsewhere': {
    subject: 'Ihr Passwort für {{ site.name }}',
    body: `Guten Tag {{ contact.name }},

jemand, vermutlich Sie, hat für den Benutzernamen **{{ account.login }}** ein neues Passwort angefordert.

Dieses Passwort verwaltet Ihr Unternehmen; es lässt sich hier nicht ändern. Bitte wenden Sie sich an Ihre Administration.`,
  },
  'password-changed': {
    subject: 'Ihr Passwort wurde geändert',
    body: `Guten Tag {{ contact.name }},

das Passwort Ihres Kontos **{{ account.login }}** wurde am {{ at }} geändert. Wo Sie sonst noch angemeldet waren, sind Sie jetzt abgemeldet.

Waren Sie es nicht, nutzen Sie sofort „Passwort vergessen?“ auf der Anmeldeseite und sagen Sie uns Bescheid.`,
  },
  'second-factor-added': {
    subject: 'Ihr Konto hat einen zweiten Faktor bekommen',
    body: `Guten Tag {{ contact.name }},

am {{ at }} wurde Ihrem Konto **{{ account.login }}** ein zweiter Faktor hinzugefügt. Ab jetzt fragt die Anmeldung nach dem Passwort auch nach ihm.

Waren Sie es nicht, ändern Sie sofort Ihr Passwort und sagen Sie uns Bescheid.`,
  },
  'second-factor-removed': {
    subject: 'Ein zweiter Faktor Ihres Kontos wurde entfernt',
    body: `Guten Tag {{ contact.name }},

am {{ at }} wurde ein zweiter Faktor Ihres Kontos **{{ account.login }}** entfernt.

Waren Sie es nicht und haben Sie uns nicht darum gebeten, ändern Sie sofort Ihr Passwort und sagen Sie uns Bescheid.`,
  },
  'new-sign-in': {
    subject: 'Neue Anmeldung an Ihrem Konto',
    body: `Guten Tag {{ contact.name }},

am {{ at }} hat sich jemand an Ihrem Konto **{{ account.login }}** angemeldet, von einem Gerät, das wir noch nicht kennen: {{ device }}.

Waren Sie es, müssen Sie nichts tun. Wenn nicht, beenden Sie die Sitzung und ändern Sie Ihr Passwort.

[Zeigen, wo ich angemeldet bin]({{ link }})`,
  },
  'account-locked': {
    subject: 'Fehlgeschlagene Anmeldungen an Ihrem Konto',
    body: `Guten Tag {{ contact.name }},

jemand hat mehrmals versucht, sich mit einem falschen Passwort an Ihrem Konto **{{ account.login }}** anzumelden, zuletzt am {{ at }}. Niemand ist hineingekommen. Weitere Versuche müssen warten, höchstens eine Viertelstunde.

Waren Sie es selbst und haben das Passwort vergessen, nutzen Sie „Passwort vergessen?“ auf der Anmeldeseite: Das beendet auch das Warten. Waren Sie es nicht, ist nichts zu tun.

[Zum Portal]({{ link }})`,
  },
  'registration-confirm': {
    subject: 'Bestätigen Sie Ihre Registrierung für {{ site.name }}',
    body: `Guten Tag {{ contact.name }},

jemand, vermutlich Sie, hat sich mit dieser Adresse für {{ site.name }} registriert.

[Bestätigen und Passwort wählen]({{ link }})

Der Link gilt einmal und {{ hours }} Stunden lang. Waren Sie es nicht, müssen Sie nichts tun: Ohne Bestätigung entsteht kein Konto.`,
  },
  'registration-elsewhere': {
    subject: 'Ihre Registrierung für {{ site.name }}',
    body: `Guten Tag {{ contact.name }},

vielen Dank für Ihre Registrierung für {{ site.name }}. Mit dieser Adresse ist sie nicht möglich: Wir nehmen nur Adressen von Firmen unserer Kunden an. Bitte registrieren Sie sich mit der Adresse Ihrer Firma, oder fragen Sie Ihre Kontaktperson bei uns.`,
  },
  'registration-refused': {
    subject: 'Ihre Registrierung für {{ site.name }}',
    body: `Guten Tag {{ contact.name }},

vielen Dank für Ihre Registrierung für {{ site.name }}. Wir können Ihnen kein Konto geben:

{{ reason }}

Bei Fragen wenden Sie sich bitte an Ihre Kontaktperson bei uns.`,
  },
  'registration-known': {
    subject: 'Sie haben schon ein Konto für {{ site.name }}',
    body: `Guten Tag {{ contact.name }},

jemand, vermutlich Sie, hat sich mit Ihrer Adresse registriert. Sie haben schon ein Konto; Ihr Benutzername ist **{{ account.login }}**. Haben Sie das Passwort vergessen, nutzen Sie „Passwort vergessen?“ auf der Anmeldeseite.

[Anmelden]({{ link }})`,
  },
  'registration-approved': {
    subject: 'Ihr Konto für {{ site.name }} ist bereit',
    body: `Guten Tag {{ contact.name }},

wir haben Ihre Registrierung angenommen. Melden Sie sich mit **{{ account.login }}** und dem Passwort an, das Sie gewählt haben.

[Anmelden]({{ link }})`,
  },
  'ticket-answered': {
    subject: '[{{ ticket.number }}] {{ ticket.subject }}',
    body: `Guten Tag {{ contact.name }},

{{ author.name }} hat im Ticket {{ ticket.number }}, „{{ ticket.subject }}“, geschrieben:

{{ entry.body }}

[Ticket öffnen]({{ link }})`,
  },
  'ticket-status': {
    subject: '[{{ ticket.number }}] {{ ticket.status }}: {{ ticket.subject }}',
    body: `Guten Tag {{ contact.name }},

das Ticket {{ ticket.number }}, „{{ ticket.subject }}“, hat jetzt den Status „**{{ ticket.status }}**“.

[Ticket öffnen]({{ link }})`,
  },
  'ticket-participant': {
    subject: '[{{ ticket.number }}] {{ ticket.subject }}',
    body: `Guten Tag {{ contact.name }},

{{ author.name }} hat Sie zum Ticket {{ ticket.number }}, „{{ ticket.subject }}“, hinzugefügt. Sie können es lesen und antworten.

[Ticket öffnen]({{ link }})`,
  },
  'ticket-shared': {
    subject: '[{{ ticket.number }}] {{ ticket.subject }}',
    body: `Guten Tag {{ contact.name }},

{{ author.name }} hat das Ticket {{ ticket.number }}, „{{ ticket.subject }}“, mit Ihnen geteilt{% if until != "" %}, bis {{ until }}{% endif %}.

[Ticket öffnen]({{ link }})`,
  },
  'desk-answered': {
    subject: '[{{ ticket.number }}] {{ ticket.subject }}',
    body: `Guten Tag {{ contact.name }},

{{ author.name }} hat in Ihrem Ticket {{ ticket.number }}, „{{ ticket.subject }}“, geschrieben:

{{ entry.body }}

[Ticket öffnen]({{ link }})`,
  },
  'desk-status': {
    subject: '[{{ ticket.number }}] {{ ticket.status }}: {{ ticket.subject }}',
    body: `Guten Tag {{ contact.name }},

{{ author.name }} hat Ihrem Ticket {{ ticket.number }}, „{{ ticket.subject }}“, den Status „**{{ ticket.status }}**“ gegeben.

[Ticket öffnen]({{ link }})`,
  },
  'desk-assigned': {
    subject: '[{{ ticket.number }}] Jetzt bei Ihnen: {{ ticket.subject }}',
    body: `Guten Tag {{ contact.name }},

{{ author.name }} hat Ihnen das Ticket {{ ticket.number }}, „{{ ticket.subject }}“, zugewiesen. Es liegt in „{{ ticket.queue }}“ und hat den Status „{{ ticket.status }}“.

[Ticket öffnen]({{ link }})`,
  },
  'desk-mentioned': {
    subject: '[{{ ticket.number }}] {{ author.name }} hat Sie erwähnt',
    body: `Guten Tag {{ contact.name }},

{{ author.name }} hat Sie im Ticket {{ ticket.number }}, „{{ ticket.subject }}“, erwähnt:

{{ entry.body }}

[Ticket öffnen]({{ link }})`,
  },
  'ticket-digest': {
    subject: '{{ site.name }}: Neues in Ihren Tickets ({{ count }})',
    body: `Guten Tag {{ contact.name }},

das ist neu in Ihren Tickets:

{{ news }}

[Alle Tickets zeigen]({{ link }})`,
  },
}
