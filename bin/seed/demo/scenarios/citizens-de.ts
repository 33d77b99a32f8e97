import { drawing, pdf } from '../files/sketch.ts'
import { answer, ask, colleague, customer, note, phone, solution, storiesOf } from './scenario.ts'

const street = ['Lindenallee', 'Schillerstraße', 'Gartenweg', 'Uferweg', 'Am Alten Güterbahnhof', 'Kastanienring']

export const citizensDe = storiesOf('Citizens', 'de')(
  {
    subjects: [
      'Straßenlaterne defekt, {street} {number}',
      'Laterne flackert seit Tagen, {street}',
      'Dunkler Gehweg in der {street}',
    ],
    slots: { street, number: ['7', '12', '23', '41'], mast: ['L-##4', 'L-##7'] },
    fields: { subject_area: 'street', office: 'works', place: '{street} {number}' },
    lines: [
      customer(
        'Die Laterne vor der {street} {number} ist seit einigen Tagen dunkel. Auf dem Mast steht {mast}. Abends ist es hier jetzt sehr finster, und der Gehweg ist uneben.',
        drawing('laterne.png', 'plan'),
      ),
      answer(
        'Vielen Dank für die Meldung und besonders für die Mastnummer. Wir haben den Auftrag an die Stadtwerke gegeben; üblich sind fünf Arbeitstage.',
      ),
      note('Kabelfehler möglich, Nachbarmast war im Frühjahr dran. Mit Tiefbau klären, ob ohnehin aufgegraben wird.'),
      customer('Inzwischen sind es drei Laternen. Vielleicht liegt es am Kabel?'),
      solution(
        'Sie hatten recht, es war das Kabel. Die drei Laternen in der {street} leuchten seit gestern Abend wieder. Danke, dass Sie hingesehen haben.',
      ),
    ],
  },
  {
    subjects: [
      'Sperrmüll an der {street} abgeladen',
      'Wilde Müllablagerung, {street}',
      'Überfüllte Container {street}',
    ],
    slots: { street, thing: ['ein Sofa und mehrere Säcke', 'Farbeimer und Bauschutt', 'zwei Kühlschränke'] },
    fields: { subject_area: 'waste', office: 'order' },
    lines: [
      customer(
        'An den Containern in der {street} liegen seit dem Wochenende {thing}. Es zieht schon Ratten an. Fotos habe ich gemacht.',
        drawing('muellablagerung-1.png', 'plan'),
        drawing('muellablagerung-2.png', 'plan'),
      ),
      answer(
        'Vielen Dank. Der Entsorgungsbetrieb ist beauftragt und kommt spätestens übermorgen. Haben Sie zufällig gesehen, wer die Sachen abgeladen hat?',
      ),
      customer('Leider nein, es war in der Nacht.'),
      note(
        'Vierte Meldung an dieser Stelle in acht Wochen. Ordnungsamt soll über eine Kontrolle entscheiden; das nicht nach außen geben.',
      ),
      solution(
        'Die Stelle ist geräumt. Weil es dort häufiger vorkommt, wird der Standort künftig zweimal in der Woche angefahren.',
      ),
    ],
  },
  {
    forCompanies: true,
    subjects: [
      'Hallenzeiten für {team}',
      'Sporthalle Gartenweg: Antrag {season}',
      'Belegung der Turnhalle am Mittwoch',
    ],
    slots: {
      team: ['die Bambini', 'die Volleyballdamen', 'den Seniorensport'],
      season: ['Winterhalbjahr', 'Sommerhalbjahr'],
      day: ['Montag', 'Mittwoch', 'Freitag'],
    },
    fields: { subject_area: 'hall', office: 'sports' },
    lines: [
      customer(
        'Wir beantragen für {team} eine zusätzliche Hallenzeit am {day} von 17 bis 18:30 Uhr. Zur Not wäre auch der Samstagvormittag möglich. Wir rechnen mit zwanzig Personen.',
      ),
      ask(
        'Der {day} ist in der Halle Gartenweg belegt. Frei wäre dort 18:30 bis 20 Uhr oder am gewünschten Termin die kleine Halle der Schillerschule. Was ist Ihnen lieber?',
      ),
      colleague(
        'Wir haben uns abgestimmt: die kleine Halle, dafür zur gewünschten Zeit. Netz und Pfosten bringen wir selbst mit.',
      ),
      note('Hausmeister der Schillerschule hat zugestimmt, Schlüssel Nr. 14 ausgeben.'),
      solution(
        'Die Halle ist für Sie eingetragen. Den Bescheid und die Hallenordnung finden Sie im Anhang, den Schlüssel bekommen Sie beim Hausmeister.',
        pdf('bescheid-hallenzeit.pdf', 'Bescheid', 'Ueberlassung der kleinen Halle', 'Widerruf vorbehalten'),
        pdf('hallenordnung.pdf', 'Hallenordnung', 'Hallenschuhe, Lichter aus, Fenster zu'),
      ),
    ],
  },
  {
    subjects: [
      'Sommerfest auf dem Marktplatz',
      'Straßenfest {street}: was müssen wir beantragen?',
      'Genehmigung für unser Vereinsfest',
    ],
    slots: { street, people: ['150', '300', '450'] },
    fields: { subject_area: 'event', office: 'order' },
    lines: [
      customer(
        'Wir planen ein Fest mit etwa {people} Gästen, Musik bis 22 Uhr, Getränken und Grill. Welche Genehmigungen brauchen wir, und bis wann?',
      ),
      answer(
        'Eine schöne Idee. Sie brauchen:\n\n1. die Sondernutzung der Fläche (sechs Wochen vorher)\n2. die vorübergehende Gestattung für den Ausschank (drei Wochen vorher)\n3. eine Anmeldung der Musik bei der GEMA (selbst)\n\nDie beiden Anträge hängen an. Bitte legen Sie einen Lageplan bei.',
        pdf('antrag-sondernutzung.pdf', 'Antrag auf Sondernutzung', 'Ort, Zeit, Lageplan'),
        pdf('antrag-gestattung.pdf', 'Antrag auf Gestattung', 'Ausschank alkoholischer Getraenke'),
      ),
      customer(
        'Anträge und Lageplan anbei. Den Rettungsweg haben wir rot eingezeichnet.',
        drawing('lageplan.png', 'plan'),
        pdf('antraege-unterschrieben.pdf', 'Antraege', 'unterschrieben'),
      ),
      phone(
        'Feuerwehr gefragt: Rettungsweg 3,50 m statt 3 m. Veranstalter telefonisch informiert, verschiebt den Grill.',
      ),
      solution(
        'Das Fest ist genehmigt, die Gebühr beträgt 48 Euro. Bitte halten Sie den Rettungsweg 3,50 m breit frei. Gutes Gelingen!',
        pdf('genehmigung.pdf', 'Genehmigung', 'Sondernutzung und Gestattung', 'Auflagen beachten'),
      ),
    ],
  },
  {
    subjects: ['Personalausweis: abgelaufen und Reise gebucht', 'Termin für Reisepass', 'Kinderreisepass verlängern'],
    slots: { weeks: ['zwei', 'drei', 'fünf'] },
    fields: { subject_area: 'registry', office: 'registry' },
    lines: [
      customer(
        'Mein Ausweis ist abgelaufen, und in {weeks} Wochen wollen wir verreisen. Online finde ich erst im übernächsten Monat einen Termin. Was kann ich tun?',
      ),
      answer(
        'Für solche Fälle halten wir jeden Morgen ab 8 Uhr Plätze ohne Termin frei. Bitte bringen Sie den alten Ausweis und ein biometrisches Foto mit. Ein neuer Ausweis dauert etwa drei Wochen; eilt es mehr, stellen wir sofort einen vorläufigen aus (10 Euro).',
      ),
      customer('Vielen Dank, dann komme ich am Donnerstag früh.'),
      solution('Gern. Ein Foto können Sie auch am Automaten im Erdgeschoss machen.'),
    ],
  },
  {
    subjects: [
      'Baum in der {street} droht umzustürzen',
      'Abgebrochener Ast am {place}',
      'Baumfällung: Antrag für eine Kastanie',
    ],
    slots: { street, place: ['Spielplatz Kastanienring', 'Bootshaus', 'Friedhof Nord'] },
    fields: { subject_area: 'green', office: 'green', danger: true },
    lines: [
      customer(
        'Nach dem Sturm hängt am {place} ein großer Ast nur noch an der Rinde. Darunter spielen Kinder. Bitte schnell ansehen.',
        drawing('ast.png', 'plan'),
      ),
      phone('Grünflächenamt sofort verständigt, Trupp 2 sperrt ab und schneidet heute noch.'),
      answer(
        'Danke für die schnelle Meldung. Der Bereich am {place} wird in der nächsten Stunde abgesperrt, der Ast heute noch entfernt.',
      ),
      solution(
        'Der Ast ist entfernt. Der Baum wurde untersucht und ist standsicher; im Herbst wird die Krone gekürzt.',
      ),
      customer('Das war vorbildlich schnell, vielen Dank an die Kollegen draußen.'),
    ],
  },
  {
    forCompanies: true,
    subjects: [
      'Zuschuss für {project}',
      'Vereinsförderung {year}: Verwendungsnachweis',
      'Antrag auf Förderung: {project}',
    ],
    slots: {
      project: ['neue Turnmatten', 'den Brunnen im Gemeinschaftsgarten', 'die Lesenacht', 'eine barrierefreie Rampe'],
      year: ['2025', '2026'],
      sum: ['1.200', '2.400', '3.800'],
    },
    fields: { subject_area: 'grant', office: 'sports' },
    lines: [
      customer(
        'Unser Verein bittet um einen Zuschuss für {project}. Die Kosten betragen {sum} Euro, ein Drittel tragen wir selbst. Kostenvoranschlag und Beschluss des Vorstands sind beigefügt.',
        pdf('kostenvoranschlag.pdf', 'Kostenvoranschlag', 'Material und Arbeit'),
        pdf('vorstandsbeschluss.pdf', 'Beschluss des Vorstands', 'einstimmig'),
      ),
      ask(
        'Vielen Dank für den vollständigen Antrag. Es fehlt noch der Freistellungsbescheid des Finanzamts, der uns vorliegende ist abgelaufen.',
      ),
      customer(
        'Hier der neue, er gilt fünf Jahre.',
        pdf('freistellungsbescheid.pdf', 'Freistellungsbescheid', 'Gemeinnuetzigkeit'),
      ),
      note(
        'Ausschuss tagt am letzten Dienstag des Monats. Empfehlung der Verwaltung: bewilligen, Topf reicht noch für zwei Vorhaben.',
      ),
      solution(
        'Der Ausschuss hat zwei Drittel der Kosten bewilligt. Bitte reichen Sie bis drei Monate nach Abschluss die Rechnungen ein, einfach hier in diesem Vorgang.',
        pdf('bewilligung.pdf', 'Bewilligungsbescheid', 'Zwei Drittel der Kosten'),
      ),
    ],
  },
  {
    subjects: ['Schlagloch {street}', 'Gehwegplatte locker, {street} {number}', 'Radweg {street}: Wurzelaufbrüche'],
    slots: { street, number: ['3', '18', '56'] },
    fields: { subject_area: 'street', office: 'works', place: '{street} {number}' },
    lines: [
      customer(
        'In der {street}, etwa bei Hausnummer {number}, ist eine Stelle im Belag aufgebrochen. Meine Nachbarin ist gestern beinahe gestürzt.',
        drawing('schadstelle.png', 'plan'),
      ),
      solution(
        'Danke, die Stelle ist provisorisch verfüllt. Die dauerhafte Reparatur folgt mit der nächsten Kolonne, voraussichtlich im kommenden Monat.',
      ),
    ],
  },
)
