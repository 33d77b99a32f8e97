import { drawing, pdf, sheet } from '../files/sketch.ts'
import { answer, ask, colleague, customer, note, phone, solution, storiesOf } from './scenario.ts'

const pump = ['HF-N 40/160', 'HF-N 65/200', 'HF-B 32/125', 'HF-V 80/250', 'HF-N 100/315']
const line = ['Linie 2', 'Linie 4', 'Kühlkreis Halle 1', 'Waschanlage', 'Pressenhydraulik', 'Spülwasserstation']

export const serviceDeskDe = storiesOf('ServiceDesk', 'de')(
  {
    subjects: [
      'Gleitringdichtung an {pump} tropft',
      '{pump}: Leckage an der Wellendichtung',
      'Wasser unter der Pumpe, {line}',
    ],
    slots: { pump, line, drops: ['20', '35', '60'], week: ['Dienstag', 'Mittwoch', 'Donnerstag'] },
    fields: { request_kind: 'fault', symptoms: ['leak'], root_cause: 'Trockenlauf nach Filterwechsel' },
    lines: [
      customer(
        'Guten Morgen,\n\nan der {pump} in {line} tropft die Gleitringdichtung, etwa {drops} Tropfen in der Minute. Gestern war noch alles trocken. Wir haben eine Wanne untergestellt, die Anlage läuft weiter.\n\nBrauchen wir eine neue Dichtung, oder kann man nachstellen?',
        drawing('typenschild.png', 'plan'),
      ),
      ask(
        'Guten Tag,\n\nnachstellen lässt sich eine Gleitringdichtung leider nicht. Bevor wir ein Ersatzteil schicken, bitte zwei Angaben:\n\n1. Wurde in den letzten Tagen ein Filter gewechselt oder die Leitung entleert?\n2. Wie hoch ist der Zulaufdruck an der Saugseite?\n\nViele Grüße\n{engineer}',
      ),
      customer(
        'Ja, am {week} wurde der Saugfilter getauscht. Zulaufdruck laut Manometer 0,2 bar, sonst haben wir 0,8.',
        drawing('manometer-saugseite.png', 'gauge'),
      ),
      note(
        'Klassiker: nach Filterwechsel nicht entlüftet, Dichtung trocken gelaufen. Kulanz prüfen, Kunde hat Plus-Vertrag. Nicht zusagen, bevor Mehmet die Dichtflächen gesehen hat.',
      ),
      answer(
        'Danke, das passt zusammen: Die Pumpe hat nach dem Filterwechsel Luft gezogen, dabei ist die Dichtung kurz trocken gelaufen. Ein Dichtungssatz geht heute noch an Sie heraus.',
      ),
      customer('Dichtung ist da und eingebaut. Dreht leicht, bisher trocken.'),
      solution(
        'Sehr gut. Damit es dicht bleibt:\n\n- nach jedem Filterwechsel über die Schraube am Spiralgehäuse entlüften\n- Zulaufdruck nicht unter **0,5 bar** fallen lassen\n- nach 50 Betriebsstunden die Leckage noch einmal ansehen\n\nDie Anleitung dazu hängt an.',
        pdf(
          'entlueften-schritt-fuer-schritt.pdf',
          'Entlueften der Baureihe HF-N',
          '1. Saugschieber oeffnen',
          '2. Entlueftungsschraube am Spiralgehaeuse loesen',
          '3. Warten, bis blasenfreies Wasser austritt',
          '4. Schraube mit 25 Nm anziehen',
          '5. Pumpe starten, Druck pruefen',
        ),
      ),
    ],
  },
  {
    subjects: [
      'Frequenzumrichter {line} meldet F0{code}',
      'Störung F0{code} am Umrichter, {line} steht',
      'Umrichter geht sporadisch auf Störung (F0{code})',
    ],
    slots: { line, code: ['07', '12', '31'], hours: ['sechs', 'acht', 'elf'] },
    fields: { request_kind: 'fault', symptoms: ['alarm', 'heat'], production_stopped: true, priority: 'urgent' },
    lines: [
      customer(
        'Der Umrichter an {line} schaltet seit heute Nacht alle paar Stunden mit F0{code} ab. Quittieren hilft, aber nach spätestens {hours} Stunden ist es wieder soweit. Wir brauchen schnelle Hilfe, die Spätschicht steht sonst.',
      ),
      phone(
        'Angerufen, Schichtführer erreicht. Schaltschrank 41 °C, Filtermatte laut Aussage „ziemlich grau“. Soll Matte ausblasen und Lüfter kontrollieren, meldet sich.',
      ),
      answer(
        'Wie am Telefon besprochen: F0{code} ist die Übertemperatur der Endstufe. Bitte zuerst die Filtermatten im Schaltschrank reinigen und prüfen, ob sich der Lüfter dreht. Danach bitte das Trendprotokoll aus FlowView hier anhängen.',
      ),
      customer(
        'Matten waren komplett zu. Gereinigt, Lüfter läuft. Anbei die Kurve seit dem Neustart.',
        drawing('temperatur-endstufe.png', 'curve'),
        sheet('trend-umrichter.csv', 'endstufe_c', 'strom_a', 'frequenz_hz'),
      ),
      colleague('Ergänzung von der Nachtschicht: keine Abschaltung mehr, Endstufe bleibt unter 62 °C.'),
      solution(
        'Das sieht gut aus. Bitte nehmen Sie die Filtermatten in Ihren Wartungsplan auf, bei Ihrer Staubbelastung *monatlich*. Der Sollwert der Warnung steht jetzt auf 70 °C, damit Sie früher Bescheid bekommen.',
      ),
    ],
  },
  {
    subjects: [
      'Jahreswartung {line} abstimmen',
      'Termin für Wartung nach {hours} Betriebsstunden',
      'Wartung vor den Betriebsferien',
    ],
    slots: { line, hours: ['4.000', '8.000', '16.000'], kw: ['28', '33', '41', '51'] },
    fields: { request_kind: 'visit', priority: 'normal' },
    lines: [
      customer(
        'Hallo zusammen,\n\nfür {line} steht die Wartung nach {hours} Stunden an. Wir hätten in KW {kw} einen Stillstand von Montag bis Mittwoch. Passt das bei Ihnen? Es sind drei Pumpen und die Druckhaltung.',
      ),
      answer(
        'Guten Tag,\n\nKW {kw} ist möglich, wir haben den Dienstag vorgemerkt. Zwei Monteure, Beginn 7:00 Uhr, ein Arbeitstag.\n\nBitte sorgen Sie für:\n\n- freigeschaltete und entleerte Pumpen\n- einen Stapler bis 1,5 t\n- eine Unterweisung für Fremdfirmen',
      ),
      note(
        'Monteure: Team Süd fragen, ob der Lehrling mitfahren darf. Ersatzlager 6308 C3 auf Verdacht einpacken, letzte Schwingungsmessung war grenzwertig.',
      ),
      customer(
        'Dienstag passt. Unterweisung dauert 20 Minuten und ist um 6:45 Uhr am Tor 2. Ansprechpartner vor Ort ist die Schichtleitung.',
      ),
      solution(
        'Der Einsatz ist gebucht. Das Protokoll hängen wir nach der Wartung hier an.',
        pdf(
          'einsatzbestaetigung.pdf',
          'Einsatzbestaetigung',
          'Zwei Monteure, 7:00 bis 16:00 Uhr',
          'Umfang: drei Pumpen, eine Druckhaltung',
          'Anfahrt nach Vertrag Plus ohne Berechnung',
        ),
      ),
    ],
  },
  {
    subjects: [
      'Lieferung {order} unvollständig',
      'Es fehlen Teile in Lieferung {order}',
      'Falsche O-Ringe geliefert ({order})',
    ],
    slots: {
      order: ['AB-40#####', 'AB-41#####'],
      parcel: ['003404338#####'],
      part: ['O-Ring 110 x 4 EPDM', 'Spaltring 1.4408', 'Kupplungselement 98 Shore'],
    },
    fields: { request_kind: 'delivery', priority: 'high' },
    lines: [
      customer(
        'Zur Lieferung {order}: auf dem Lieferschein stehen vier Stück „{part}“, im Karton waren zwei. Bitte nachliefern, wir wollten am Wochenende umbauen.',
        pdf(
          'lieferschein.pdf',
          'Lieferschein',
          'Position 10: 2 Laufraeder',
          'Position 20: 4 Dichtteile',
          'Gewicht 11,4 kg',
        ),
      ),
      answer(
        'Das tut uns leid. Zwei Stück „{part}“ gehen heute per Express an Sie, Sendungsnummer {parcel}. Zustellung morgen bis 12 Uhr.',
      ),
      note('Kommissionierfehler Lagerplatz B-14, dritter Fall in diesem Monat. Mit Versandleitung sprechen.'),
      customer('Sind gerade angekommen, vielen Dank für die schnelle Hilfe.'),
      solution('Danke für die Rückmeldung. Eine Berechnung erfolgt natürlich nicht.'),
    ],
  },
  {
    subjects: ['Ungewöhnliches Geräusch an {pump}', '{pump} läuft laut und vibriert', 'Schwingungen an {line}'],
    slots: { pump, line, value: ['4,8', '6,3', '7,9'] },
    fields: { request_kind: 'fault', symptoms: ['noise'], root_cause: 'Kavitation, Saugleitung teilweise verlegt' },
    lines: [
      customer(
        'Seit dem Anfahren am Montag macht die {pump} Geräusche, „als ob Kies durchläuft“. Gemessen haben wir {value} mm/s am Lagerbock A. Förderdruck schwankt.',
        sheet('schwingung-lagerbock-a.csv', 'mm_s', 'druck_bar'),
      ),
      ask(
        'Das klingt nach Kavitation. Bitte prüfen Sie, ob der Saugschieber ganz offen ist und ob das Sieb im Behälter frei ist. Wie hoch steht der Füllstand über dem Saugstutzen?',
      ),
      colleague(
        'Ich war unten: Schieber offen, aber das Sieb war zu zwei Dritteln mit Fasern zugesetzt. Nach dem Reinigen ist das Geräusch weg.',
        drawing('sieb-vorher.png', 'plan'),
      ),
      note(
        'Laufrad könnte schon angegriffen sein. Bei nächster Wartung Spaltmaß messen, Vermerk in die Maschinenakte.',
      ),
      solution(
        'Gut gefunden. Unter 4,5 mm/s ist alles im grünen Bereich. Bitte messen Sie in einer Woche noch einmal; bleibt der Wert darunter, ist nichts weiter zu tun.',
      ),
    ],
  },
  {
    subjects: [
      'Zugang für Fremdfirma zur Anlage',
      'Frage zur Prüfbescheinigung {order}',
      'Werkszeugnis 3.1 zu {order} gesucht',
    ],
    slots: { order: ['AB-39#####', 'AB-40#####'] },
    fields: { request_kind: 'question', priority: 'low' },
    lines: [
      customer(
        'Unsere Revision fragt nach dem Werkszeugnis 3.1 zum Auftrag {order}. In unseren Unterlagen liegt nur die Konformitätserklärung. Können Sie das Zeugnis noch einmal zusenden?',
      ),
      answer('Gerne, das Archiv braucht dafür erfahrungsgemäß einen Tag.'),
      solution(
        'Das Zeugnis zu {order} hängt an. Sie finden künftig alle Dokumente auch im Bereich Häufige Fragen unter „Zeugnisse und Erklärungen“.',
        pdf(
          'werkszeugnis-3-1.pdf',
          'Abnahmepruefzeugnis 3.1 nach EN 10204',
          'Werkstoff 1.4408, Schmelze 88213',
          'Zugfestigkeit 512 MPa, Dehnung 38 %',
        ),
      ),
    ],
  },
)
