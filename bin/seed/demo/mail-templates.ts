type MailTemplate = { key: string; locale: 'en' | 'de'; subject: string; body: string }

/** The texts that an administrator would have adapted. */
export const demoMailTemplates: MailTemplate[] = [
  {
    key: 'track-password-reset-template',
    locale: 'en',
    subject: 'Set a new password for {{ site.name }}',
    body: `Hello {{ contact.name }},

Somebody, probably you, asked for a new password for the login **{{ account.login }}**.

[Set a new password]({{ link }})

The link works once and for {{ minutes }} minutes. If it was not you, do nothing: your password stays as it is.

Your service team of {{ site.name }}`,
  },
  {
    key: 'track-password-reset-template',
    locale: 'de',
    subject: 'Neues Passwort für {{ site.name }} setzen',
    body: `Guten Tag {{ contact.name }},

jemand, vermutlich Sie, hat für den Benutzernamen **{{ account.login }}** ein neues Passwort angefordert.

[Neues Passwort setzen]({{ link }})

Der Link gilt einmal und {{ minutes }} Minuten lang. Waren Sie es nicht, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.

Ihr Serviceteam von {{ site.name }}`,
  },
]
