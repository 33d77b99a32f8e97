import { drawing, pdf } from '../files/sketch.ts'
import { answer, ask, customer, note, phone, solution, storiesOf } from './scenario.ts'

export const membersDe = storiesOf('Members', 'de')(
  {
    subjects: [
      'Erstattung Physiotherapie, Rechnung {month}',
      'Rechnung über {count} Behandlungen eingereicht',
      'Frage zur Erstattung meiner Krankengymnastik',
    ],
    slots: {
      month: ['Januar', 'März', 'Juni', 'September'],
      count: ['sechs', 'acht', 'zehn'],
      praxis: ['Praxis am Park', 'Physio Havelbogen', 'Rückenzentrum Süd'],
    },
    fields: { topic: 'reimbursement' },
    lines: [
      customer(
        'Guten Tag,\n\nanbei die Rechnung der {praxis} über {count} Behandlungen. Das Rezept ist von meiner Hausärztin. Bitte überweisen Sie den Betrag auf mein bekanntes Konto.',
        pdf(
          'rechnung-physiotherapie.pdf',
          'Rechnung',
          'Krankengymnastik, Einzelbehandlung',
          'Zahlbar innerhalb von 14 Tagen',
        ),
      ),
      ask(
        'Guten Tag,\n\nvielen Dank für die Rechnung. Uns fehlt noch die Vorderseite des Rezepts mit dem Stempel der Praxis. Ein Foto mit dem Handy genügt.\n\nFreundliche Grüße\n{engineer}',
      ),
      customer('Hier ist das Foto. Man kann den Stempel gut lesen.', drawing('rezept-vorderseite.png', 'plan')),
      note('Zuzahlung 10 Euro plus 10 % abziehen. Kein Befreiungsausweis hinterlegt.'),
      solution(
        'Es ist alles vollständig. Wir überweisen den Betrag abzüglich der gesetzlichen Zuzahlung innerhalb von fünf Werktagen. Die genaue Abrechnung hängt an.',
        pdf(
          'abrechnung.pdf',
          'Abrechnung Ihrer Erstattung',
          'Rechnungsbetrag abzueglich Zuzahlung',
          'Auszahlung auf Ihr Konto',
        ),
      ),
    ],
  },
  {
    subjects: ['Heil- und Kostenplan für {work}', 'Was zahlen Sie bei {work}?', 'Zuschuss zum Zahnersatz'],
    slots: { work: ['eine Krone', 'eine Brücke', 'ein Implantat', 'zwei Kronen'], bonus: ['fünf', 'zehn'] },
    fields: { topic: 'dental' },
    lines: [
      customer(
        'Mein Zahnarzt hat mir einen Kostenplan für {work} gegeben. Wie hoch ist Ihr Zuschuss, und kann ich die Behandlung schon beginnen?',
        pdf(
          'heil-und-kostenplan.pdf',
          'Heil- und Kostenplan',
          'Befund und geplante Versorgung',
          'Voraussichtliche Kosten',
        ),
      ),
      ask(
        'Bitte beginnen Sie noch nicht: Der Zuschuss gilt nur, wenn wir den Plan vorher genehmigt haben. Führen Sie ein Bonusheft? Mit lückenlosen Nachweisen über {bonus} Jahre steigt unser Anteil.',
      ),
      customer('Ja, lückenlos über {bonus} Jahre. Foto der Seiten anbei.', drawing('bonusheft.png', 'plan')),
      note(
        'Bonus {bonus} Jahre anerkannt, Festzuschuss nach Befundklasse 1.1. Härtefall nicht geprüft, nicht von uns aus ansprechen.',
      ),
      solution(
        'Ihr Plan ist genehmigt, der Zuschuss erhöht sich durch Ihr Bonusheft. Sie können die Behandlung beginnen. Die Genehmigung gilt sechs Monate.',
        pdf('genehmigung.pdf', 'Genehmigung', 'Festzuschuss mit Bonus', 'Gueltig sechs Monate'),
      ),
      customer('Wunderbar, vielen Dank für die schnelle Bearbeitung.'),
    ],
  },
  {
    subjects: [
      'Krankengeld: ab wann und wie viel?',
      'Mein Krankengeld für {month} fehlt',
      'Auszahlschein nicht mehr nötig?',
    ],
    slots: { month: ['Februar', 'April', 'Oktober'] },
    fields: { topic: 'sick_leave' },
    lines: [
      customer(
        'Ich bin seit sieben Wochen krankgeschrieben, mein Arbeitgeber zahlt nicht mehr. Für {month} habe ich noch kein Krankengeld erhalten. Fehlt noch etwas von mir?',
      ),
      phone(
        'Arbeitgeber angerufen, Lohnbüro im Urlaub bis Montag. Verdienstbescheinigung war angefordert, liegt dort unbearbeitet.',
      ),
      answer(
        'Von Ihnen fehlt nichts, die Krankschreibung liegt uns vor. Wir warten auf die Verdienstbescheinigung Ihres Arbeitgebers und haben dort heute noch einmal nachgefragt. Einen Auszahlschein brauchen Sie nicht mehr.',
      ),
      customer('Danke, ich rufe dort auch selbst an.'),
      solution(
        'Die Bescheinigung ist da. Ihr Krankengeld für {month} ist angewiesen und in zwei Bankarbeitstagen auf Ihrem Konto. Die weiteren Zahlungen folgen monatlich von selbst.',
      ),
    ],
  },
  {
    subjects: ['Familienversicherung für {child}', 'Geburt: {child} mitversichern', 'Antrag Familienversicherung'],
    slots: { child: ['unsere Tochter', 'unseren Sohn', 'unsere Zwillinge'] },
    fields: { topic: 'family' },
    lines: [
      customer(
        'Wir haben Nachwuchs bekommen und möchten {child} bei mir mitversichern. Welche Unterlagen brauchen Sie, und wann kommt die Karte? Nächste Woche ist die U3.',
      ),
      answer(
        'Herzlichen Glückwunsch! {child} können Sie beitragsfrei mitversichern. Bitte senden Sie uns:\n\n- den ausgefüllten Antrag (hängt an)\n- die Geburtsurkunde als Foto\n\nFür die U3 bekommen Sie sofort eine Bescheinigung, falls die Karte noch nicht da ist.',
        pdf(
          'antrag-familienversicherung.pdf',
          'Antrag auf Familienversicherung',
          'Angaben zum Mitglied',
          'Angaben zum Kind',
        ),
      ),
      customer(
        'Anbei beides.',
        drawing('geburtsurkunde.png', 'plan'),
        pdf('antrag-ausgefuellt.pdf', 'Antrag auf Familienversicherung', 'ausgefuellt und unterschrieben'),
      ),
      solution(
        'Vielen Dank, {child} ist ab dem Tag der Geburt versichert. Die Karte kommt in etwa zehn Tagen, die Bescheinigung für die Praxis liegt hier bei.',
        pdf('versicherungsbescheinigung.pdf', 'Bescheinigung', 'Versichert ab Geburt'),
      ),
    ],
  },
  {
    subjects: ['Gesundheitskarte verloren', 'Neue Karte, altes Foto', 'Karte wird in der Apotheke nicht gelesen'],
    slots: { where: ['im Bus', 'beim Einkaufen', 'auf einer Reise'] },
    fields: { topic: 'card' },
    lines: [
      customer(
        'Ich habe meine Gesundheitskarte {where} verloren. Bitte sperren Sie die alte und schicken Sie mir eine neue. Wie komme ich bis dahin zum Arzt?',
      ),
      solution(
        'Die alte Karte ist gesperrt, die neue geht morgen in den Druck und ist in zehn Tagen bei Ihnen. Für Arztbesuche bis dahin hängt eine Ersatzbescheinigung an; sie gilt vier Wochen.',
        pdf(
          'ersatzbescheinigung.pdf',
          'Ersatzbescheinigung',
          'Gilt als Nachweis der Versicherung',
          'Vier Wochen ab Ausstellung',
        ),
      ),
      customer('Das ging schnell, vielen Dank.'),
    ],
  },
  {
    subjects: [
      'Beitrag als Selbstständige neu berechnen',
      'Beitragsbescheid: Einkommen ist gesunken',
      'Frage zur Höhe meines Beitrags',
    ],
    slots: { percent: ['20', '35', '40'] },
    fields: { topic: 'contribution' },
    lines: [
      customer(
        'Mein Einkommen als Selbstständige ist in diesem Jahr um etwa {percent} Prozent gesunken. Kann der Beitrag vorläufig angepasst werden? Den letzten Steuerbescheid habe ich beigefügt.',
        pdf('einkommensteuerbescheid.pdf', 'Bescheid ueber Einkommensteuer', 'Einkuenfte aus selbststaendiger Arbeit'),
      ),
      ask(
        'Das ist ab einer Minderung um ein Viertel möglich. Bitte legen Sie uns dafür noch den aktuellen Vorauszahlungsbescheid des Finanzamts vor.',
      ),
      customer(
        'Anbei. Er ist von letzter Woche.',
        pdf('vorauszahlungsbescheid.pdf', 'Vorauszahlungsbescheid', 'Einkommensteuer, Quartalsbetraege'),
      ),
      note(
        'Minderung knapp über 25 %, Bescheid plausibel. Vorläufige Einstufung ab Folgemonat, Wiedervorlage nach Steuerbescheid.',
      ),
      solution(
        'Ihr Beitrag wird ab dem nächsten Monat vorläufig gesenkt. Endgültig rechnen wir ab, sobald der Steuerbescheid vorliegt; dabei kann es zu einer Nachzahlung oder Gutschrift kommen.',
      ),
    ],
  },
  {
    subjects: [
      'Abrechnung Quartal {quarter}: Rückfragen',
      'Kürzung in der Abrechnung {quarter}',
      'Abgelehnte Positionen {quarter}',
    ],
    slots: { quarter: ['I', 'II', 'III', 'IV'], number: ['03230', '35100', '01740'] },
    fields: { topic: 'billing' },
    lines: [
      customer(
        'In der Abrechnung des Quartals {quarter} wurden elf Fälle mit der Ziffer {number} gekürzt. Aus unserer Sicht sind die Voraussetzungen erfüllt und dokumentiert. Bitte nennen Sie uns den Grund.',
        pdf('kuerzungsliste.pdf', 'Kuerzungsliste', 'Elf Faelle, pseudonymisiert'),
      ),
      note(
        'Prüfregel seit Quartalswechsel zu scharf, betrifft mehrere Praxen. Abstimmung mit der Fachabteilung läuft; intern als Sammelfall führen.',
      ),
      answer(
        'Vielen Dank für den Hinweis. Die Kürzung geht auf eine Prüfregel zurück, die zum Quartalswechsel geändert wurde. Wir lassen sie von der Fachabteilung prüfen und melden uns bis Ende der Woche.',
      ),
      solution(
        'Die Regel wurde berichtigt. Die elf Fälle werden mit der nächsten Zahlung nachvergütet, ein Widerspruch ist nicht nötig.',
      ),
      customer('Besten Dank, auch für die verständliche Auskunft.'),
    ],
  },
  {
    subjects: ['Haushaltshilfe nach Operation', 'Kur für Mutter und Kind', 'Fahrtkosten zur Behandlung in {city}'],
    slots: { city: ['Berlin', 'Brandenburg', 'Rathenow'] },
    fields: { topic: 'other' },
    lines: [
      customer(
        'Ich werde demnächst in {city} operiert und kann danach einige Wochen weder heben noch den Haushalt führen. Unser Kind ist vier. Welche Unterstützung gibt es, und wie beantrage ich sie?',
      ),
      answer(
        'Dafür gibt es die Haushaltshilfe: Solange ein Kind unter zwölf im Haushalt lebt, übernehmen wir eine Hilfe für bis zu acht Stunden am Tag. Bitte lassen Sie die beiliegende Bescheinigung in der Klinik ausfüllen.',
        pdf('bescheinigung-haushaltshilfe.pdf', 'Aerztliche Bescheinigung', 'Dauer und Umfang der Haushaltshilfe'),
      ),
      customer('Vielen Dank, die Klinik hat sie ausgefüllt. Kann meine Schwester die Hilfe sein?'),
      note(
        'Schwester = Verwandtschaft 2. Grades: nur Fahrkosten und Verdienstausfall. Bitte so formulieren, dass niemand sich abgewiesen fühlt.',
      ),
      solution(
        'Ja, Ihre Schwester kann helfen. Bei nahen Verwandten erstatten wir Verdienstausfall und Fahrtkosten statt eines Stundensatzes. Die Bewilligung für vier Wochen ist unterwegs zu Ihnen.',
      ),
    ],
  },
)
