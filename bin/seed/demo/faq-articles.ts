import type { Locale } from './labels.ts'
import type { QueueKey } from './queues/index.ts'

/** A question that many ask, with its answer, once in each language. */
export type FaqArticle = {
  queue: QueueKey
  author: string
  texts: Record<Locale, { question: string; answer: string }>
}

export const demoFaq: FaqArticle[] = [
  {
    queue: 'FAQ',
    author: 'katrin.berger',
    texts: {
      en: {
        question: 'How do I vent a pump after changing the filter?',
        answer:
          'Air in the housing lets the seal run dry within minutes. So:\n\n1. Open the suction valve, keep the discharge valve closed.\n2. Loosen the vent screw on top of the housing by two turns.\n3. Wait until water comes out without bubbles, then tighten with 25 Nm.\n4. Start the pump and open the discharge valve slowly.\n\nThe pressure gauge must be steady after half a minute.',
      },
      de: {
        question: 'Wie entlüfte ich eine Pumpe nach dem Filterwechsel?',
        answer:
          'Luft im Gehäuse lässt die Dichtung in wenigen Minuten trocken laufen. Deshalb:\n\n1. Saugschieber öffnen, Druckschieber geschlossen lassen.\n2. Entlüftungsschraube oben am Gehäuse zwei Umdrehungen lösen.\n3. Warten, bis Wasser ohne Blasen austritt, dann mit 25 Nm anziehen.\n4. Pumpe starten und den Druckschieber langsam öffnen.\n\nDas Manometer muss nach einer halben Minute ruhig stehen.',
      },
    },
  },
  {
    queue: 'FAQ',
    author: 'daniel.okafor',
    texts: {
      en: {
        question: 'What do the fault codes of the frequency converter mean?',
        answer:
          '| code | meaning | first thing to do |\n|---|---|---|\n| F007 | overcurrent | check for a blocked impeller |\n| F012 | output stage too hot | clean the filter mats, check the fan |\n| F022 | earth fault | disconnect the motor cable, measure insulation |\n| F031 | mains phase missing | check the fuses |\n\nAcknowledge a fault only when its cause is removed.',
      },
      de: {
        question: 'Was bedeuten die Störcodes des Frequenzumrichters?',
        answer:
          '| Code | Bedeutung | Was zuerst zu tun ist |\n|---|---|---|\n| F007 | Überstrom | Laufrad auf Blockade prüfen |\n| F012 | Endstufe zu heiß | Filtermatten reinigen, Lüfter prüfen |\n| F022 | Erdschluss | Motorkabel abklemmen, Isolation messen |\n| F031 | Netzphase fehlt | Sicherungen prüfen |\n\nQuittieren Sie eine Störung erst, wenn ihre Ursache behoben ist.',
      },
    },
  },
  {
    queue: 'FAQ',
    author: 'katrin.berger',
    texts: {
      en: {
        question: 'Where do I find certificates, declarations and manuals?',
        answer:
          'All current manuals are on the [download page](https://downloads.hartmann-fluid.example/manuals). Certificates that belong to one order (material 3.1, pressure test) are sent with the goods; we keep them for 15 years. Create a service ticket of the kind *question* with the order number and we will send a copy.',
      },
      de: {
        question: 'Wo finde ich Zeugnisse, Erklärungen und Anleitungen?',
        answer:
          'Alle aktuellen Anleitungen stehen auf der [Download-Seite](https://downloads.hartmann-fluid.example/manuals). Zeugnisse zu einem Auftrag (Werkstoff 3.1, Druckprobe) liegen der Lieferung bei; wir bewahren sie 15 Jahre auf. Erstellen Sie ein Serviceticket der Art *Frage* mit der Auftragsnummer, dann senden wir eine Kopie.',
      },
    },
  },
  {
    queue: 'FAQ',
    author: 'daniel.okafor',
    texts: {
      en: {
        question: 'Which spare parts should we have on the shelf?',
        answer:
          'For each pump that may not stand still for a day: one seal kit, one set of bearings, one coupling element. For dosing pumps one set of diaphragm and valves per year. Rubber ages: store parts dark and below 25 °C, and replace them after five years even if unused.',
      },
      de: {
        question: 'Welche Ersatzteile sollten wir auf Lager haben?',
        answer:
          'Für jede Pumpe, die keinen Tag stillstehen darf: ein Dichtungssatz, ein Lagersatz, ein Kupplungselement. Für Dosierpumpen je Jahr ein Satz Membran und Ventile. Gummi altert: Lagern Sie Teile dunkel und unter 25 °C, und tauschen Sie sie nach fünf Jahren auch unbenutzt aus.',
      },
    },
  },
  {
    queue: 'FAQ_Members',
    author: 'sophie.lang',
    texts: {
      en: {
        question: 'How long does a reimbursement take?',
        answer:
          'Usually five working days from the moment when all papers are here. You see in your request when something is missing. A photo of invoice and prescription is enough; keep the originals for two years.',
      },
      de: {
        question: 'Wie lange dauert eine Erstattung?',
        answer:
          'In der Regel fünf Werktage, sobald alle Unterlagen da sind. Fehlt etwas, sehen Sie das in Ihrem Anliegen. Ein Foto von Rechnung und Rezept genügt; bewahren Sie die Originale zwei Jahre auf.',
      },
    },
  },
  {
    queue: 'FAQ_Members',
    author: 'sophie.lang',
    texts: {
      en: {
        question: 'Do I have to send my sick note?',
        answer:
          'No. Your practice sends it to us electronically, and your employer asks us for it. You only tell your employer that you are ill and for how long. Privately billing doctors and doctors abroad still give you paper: please add a photo here.',
      },
      de: {
        question: 'Muss ich meine Krankschreibung einsenden?',
        answer:
          'Nein. Ihre Praxis übermittelt sie uns elektronisch, und Ihr Arbeitgeber ruft sie bei uns ab. Sie sagen Ihrem Arbeitgeber nur, dass Sie krank sind und wie lange. Privat abrechnende und ausländische Praxen geben Ihnen weiterhin Papier: Bitte fügen Sie dann hier ein Foto an.',
      },
    },
  },
  {
    queue: 'FAQ_Members',
    author: 'henrik.moller',
    texts: {
      en: {
        question: 'How do I collect the bonus for dental check-ups?',
        answer:
          'Have one check-up a year stamped in your booklet (two before the age of 18). Five years without a gap raise our share for crowns and bridges to 70 percent, ten years to 75 percent. One missed year is forgiven once.',
      },
      de: {
        question: 'Wie sammle ich den Bonus für Zahnvorsorge?',
        answer:
          'Lassen Sie einmal im Jahr eine Kontrolle ins Bonusheft eintragen (vor dem 18. Geburtstag zweimal). Fünf Jahre ohne Lücke erhöhen unseren Anteil an Kronen und Brücken auf 70 Prozent, zehn Jahre auf 75 Prozent. Ein versäumtes Jahr wird einmal verziehen.',
      },
    },
  },
  {
    queue: 'FAQ_Members',
    author: 'sophie.lang',
    texts: {
      en: {
        question: 'I have lost my health card. What now?',
        answer:
          'Tell us here; we block the old card at once. The new one arrives within ten days. Until then you show the substitute certificate, which you get as an answer to your request.',
      },
      de: {
        question: 'Ich habe meine Gesundheitskarte verloren. Was nun?',
        answer:
          'Schreiben Sie uns hier; wir sperren die alte Karte sofort. Die neue kommt innerhalb von zehn Tagen. Bis dahin zeigen Sie die Ersatzbescheinigung vor, die Sie als Antwort auf Ihr Anliegen erhalten.',
      },
    },
  },
  {
    queue: 'FAQ_Citizens',
    author: 'petra.noack',
    texts: {
      en: {
        question: 'Can I come to the registration office without an appointment?',
        answer:
          'Yes, every working day from 8 to 9:30 am, first come, first served. With an appointment you wait less. On Thursdays we are open until 6 pm.',
      },
      de: {
        question: 'Kann ich ohne Termin ins Einwohnermeldeamt kommen?',
        answer:
          'Ja, an jedem Werktag von 8 bis 9:30 Uhr, der Reihe nach. Mit Termin warten Sie kürzer. Donnerstags haben wir bis 18 Uhr geöffnet.',
      },
    },
  },
  {
    queue: 'FAQ_Citizens',
    author: 'petra.noack',
    texts: {
      en: {
        question: 'What does an identity card or passport cost?',
        answer:
          'Identity card: 22.80 euro under the age of 24, otherwise 37 euro. Passport: 37.50 or 70 euro. A provisional card costs 10 euro and is ready at once. You can pay in cash or by card.',
      },
      de: {
        question: 'Was kosten Personalausweis und Reisepass?',
        answer:
          'Personalausweis: 22,80 Euro unter 24 Jahren, sonst 37 Euro. Reisepass: 37,50 oder 70 Euro. Ein vorläufiger Ausweis kostet 10 Euro und ist sofort fertig. Sie können bar oder mit Karte bezahlen.',
      },
    },
  },
  {
    queue: 'FAQ_Citizens',
    author: 'petra.noack',
    texts: {
      en: {
        question: 'How do I report a broken street lamp or a pothole?',
        answer:
          'Create a request under *City services*, choose *Streets, paths and lighting* and name the street and house number. The number on the lamp post helps very much. If somebody might be hurt, tick the box: such reports are read first.',
      },
      de: {
        question: 'Wie melde ich eine kaputte Laterne oder ein Schlagloch?',
        answer:
          'Erstellen Sie ein Anliegen im *Bürgerservice*, wählen Sie *Straßen, Wege und Beleuchtung* und nennen Sie Straße und Hausnummer. Die Nummer am Laternenmast hilft sehr. Besteht Verletzungsgefahr, kreuzen Sie das an: Solche Meldungen lesen wir zuerst.',
      },
    },
  },
]
