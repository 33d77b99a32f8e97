import { drawing, log, pdf, sheet, text } from '../files/sketch.ts'
import { answer, ask, colleague, customer, note, solution, storiesOf } from './scenario.ts'

const version = ['4.2.1', '4.3.0', '4.3.1']

const english = storiesOf('Helpdesk_2nd_Level', 'en')(
  {
    subjects: [
      'FlowControl restarts every {hours} hours',
      'Controller reboots with more than 16 Modbus clients',
      'Unexpected restarts after the update to {version}',
    ],
    slots: { version, hours: ['two', 'five', 'six'] },
    fields: { component: 'controller', fieldbus: 'modbus', bug_number: 'FC-2318', root_cause: 'Firmware defect' },
    lines: [
      customer(
        'Since the update to {version} our FlowControl restarts every {hours} hours. The pumps keep running, but our SCADA loses the connection for 40 seconds and raises an alarm each time.',
        log(
          'flowcontrol.log',
          'modbus: client 17 connected',
          'heap: 91 % used',
          'watchdog: task net not responding',
          'system restart, reason 0x0004',
          'boot ok',
        ),
      ),
      ask(
        'Thank you for the log, it shows the watchdog of the network task. How many Modbus clients are connected at the same time?',
      ),
      customer('Let me see… eighteen, if I count the energy meter and the two test clients.'),
      note(
        'Reproduced in the lab with 17 clients: the pool has 16 slots and the 17th leaks. Fix is in 4.3.2, release planned for next week. Do not hand out the test build without a release note.',
      ),
      answer(
        'We can reproduce it: with more than 16 clients memory is lost until the watchdog restarts the controller. It is known issue **FC-2318** and is fixed in 4.3.2. As a workaround, please disconnect the test clients, so that 16 remain.',
      ),
      colleague('Workaround is in place, no restart for two days.'),
      solution(
        '4.3.2 is out. You find it in FlowView under *Devices > Updates*. After the update you may connect up to 64 clients.\n\n| clients | memory used |\n|---|---|\n| 16 | 61 % |\n| 32 | 68 % |\n| 64 | 79 % |',
      ),
      customer('Updated both controllers, 18 clients, stable since the weekend.'),
    ],
  },
  {
    subjects: [
      'OPC UA: certificate is rejected',
      'OPC UA client cannot connect after {change}',
      'BadCertificateUntrusted from our MES',
    ],
    slots: {
      change: ['the server move', 'renewing certificates', 'the update'],
      host: ['mes01', 'historian-2', 'gateway-b'],
    },
    fields: { component: 'controller', fieldbus: 'opcua' },
    lines: [
      customer(
        'After {change} our MES ({host}) gets this when it connects to the controller:\n\n```\nBadCertificateUntrusted (0x801A0000)\n  subject: CN={host}\n  application uri mismatch\n```\n\nThe certificate itself is valid for three years.',
      ),
      ask(
        'The last line is the important one: the application URI inside the certificate has to be the one that the client announces. Could you run the following and send us the output?\n\n```sh\nopenssl x509 -in {host}.pem -noout -ext subjectAltName\n```',
      ),
      customer(
        'Output attached. I do see the old host name in there.',
        text('san.txt', 'X509v3 Subject Alternative Name:\n    URI:urn:old-host:mes:client, DNS:old-host\n'),
      ),
      solution(
        'Exactly: `urn:old-host` instead of `urn:{host}`. Please create the certificate again with the new name and trust it under *Security > Clients*. The [guide](https://docs.hartmann-fluid.example/opcua/certificates) shows both steps with pictures.',
      ),
      customer('That was it. Thanks for pointing at the right line.'),
    ],
  },
  {
    subjects: [
      'Dosing pump under-delivers by {percent} %',
      'DosiLine: flow lower than the setpoint',
      'Hypochlorite dosing inaccurate since summer',
    ],
    slots: { percent: ['6', '9', '14'], medium: ['sodium hypochlorite', 'ferric chloride', 'phosphoric acid'] },
    fields: { component: 'dosing', root_cause: 'Gas in the dosing head' },
    lines: [
      customer(
        'Our DosiLine delivers {percent} % less {medium} than the setpoint. Calibrated twice, same result. Measurements of a day are attached.',
        sheet('dosing-24h.csv', 'setpoint_l_h', 'measured_l_h', 'temperature_c'),
      ),
      note('Deviation follows the temperature column: gas. Degassing head DL-7 solves that, cost about 240 net.'),
      answer(
        'Your table is very helpful: the error grows with the temperature. {medium} gives off gas when it gets warm, and gas in the dosing head is compressed instead of delivered.',
      ),
      ask('Is the suction line longer than 1.5 m, and does it run upwards without a dip?'),
      customer('2.4 m and with one dip around the tank edge.'),
      solution(
        'Please shorten the line, remove the dip, and set *degassing* in the menu to “every 30 min”. Should the error stay above 2 %, we recommend the degassing head; sales will gladly quote it.',
        pdf(
          'suction-line.pdf',
          'Suction line of dosing pumps',
          'Length at most 1.5 m',
          'Always rising, no dips',
          'Foot valve 5 cm above the bottom',
        ),
      ),
    ],
  },
  {
    subjects: [
      'Which pump for {flow} m³/h of {medium}?',
      'Design question: {medium}, {flow} m³/h',
      'Check of our duty point, please',
    ],
    slots: { flow: ['18', '45', '60', '120'], medium: ['seawater', 'whey', 'brine at −8 °C', 'condensate at 96 °C'] },
    fields: { component: 'other' },
    lines: [
      customer(
        'We plan a new loop for {medium}: {flow} m³/h, 32 m head, suction 1.2 m below the pump. Which type and which material do you recommend, and how much reserve should we plan?',
        drawing('sketch-of-the-loop.png', 'plan'),
      ),
      answer(
        'Hello {first},\n\na good starting point. For {medium} we would choose duplex steel (1.4517) and a double seal. I will calculate two variants and come back to you tomorrow.',
      ),
      note('NPSH is tight. Variant B with the inducer, but talk to production first: lead time is 14 weeks.'),
      solution(
        'Two variants, both with 10 % reserve:\n\n- **A** HF-N 65/200, 1450 rpm: cheaper, best efficiency 74 %\n- **B** HF-V 80/250, vertical: needs half the floor, 71 %\n\nWe would take A as long as you have the space. The curve is attached.',
        drawing('curve-hf-n-65-200.png', 'curve'),
      ),
      customer('Thank you, A it is. I will ask sales for a quotation.'),
    ],
  },
  {
    subjects: [
      'FlowView: export ends after {rows} rows',
      'CSV export from FlowView is cut off',
      'Report in FlowView shows wrong time zone',
    ],
    slots: { rows: ['65,536', '100,000'], zone: ['UTC+4', 'British Summer Time'] },
    fields: { component: 'software', fieldbus: 'none' },
    lines: [
      customer(
        'The CSV export of FlowView ends after {rows} rows, without any message. We need the whole quarter for our energy audit. Besides, the time stamps are not in {zone}, although it is set in the profile.',
        sheet('export-cut-off.csv', 'energy_kwh', 'flow_m3'),
      ),
      answer(
        'You are right about the limit, and right that it must not be silent. I have passed it to development. For your audit I have exported the quarter on our side; please tell me whether the columns are what you need.',
        sheet('quarter-complete.csv', 'energy_kwh', 'flow_m3', 'pressure_bar'),
      ),
      customer('Columns are fine, thanks! The time stamps are right in this one, too.'),
      solution(
        'From version 7.2 the export has no limit and says the zone in the first line. Until then just write to us when you need a long one.',
      ),
    ],
  },
)

const german = storiesOf('Helpdesk_2nd_Level', 'de')(
  {
    subjects: [
      'PROFINET-Ausfall nach Umbau in {place}',
      'Steuerung verliert zyklisch die PROFINET-Verbindung',
      'Busfehler an FlowControl, {place}',
    ],
    slots: { place: ['Halle 2', 'Station 3', 'Modul 7'], version },
    fields: { component: 'controller', fieldbus: 'profinet' },
    lines: [
      customer(
        'Seit dem Umbau in {place} fällt die Verbindung der FlowControl (Firmware {version}) mehrmals am Tag für einige Sekunden aus. Die SPS meldet „Station ausgefallen“. Diagnosepuffer anbei.',
        log(
          'diagnosepuffer.log',
          'Station 14 ausgefallen',
          'Station 14 wiedergekehrt',
          'Ansprechueberwachung abgelaufen 6 ms',
          'Topologie weicht ab: Port 2',
        ),
      ),
      ask(
        'Im Puffer steht eine abweichende Topologie an Port 2. Wurde beim Umbau ein Switch ergänzt oder ein Kabel verlängert? Und welche Aktualisierungszeit ist eingestellt?',
      ),
      customer('Es gibt einen zusätzlichen Switch, kein PROFINET-Typ. Aktualisierungszeit 2 ms.'),
      note('Büro-Switch im Feld, na klar. Freundlich bleiben, der Kollege hat den Umbau selbst geplant.'),
      solution(
        'Dann ist die Ursache gefunden. Zwei Wege:\n\n1. den Switch gegen einen mit PROFINET-Konformitätsklasse B tauschen (empfohlen)\n2. vorübergehend die Aktualisierungszeit auf 8 ms stellen\n\nMit dem zweiten Weg läuft es sofort stabil, mit dem ersten auf Dauer.',
      ),
      colleague('8 ms eingestellt, keine Ausfälle mehr. Der richtige Switch ist bestellt.'),
    ],
  },
  {
    subjects: [
      'Auslegung Druckerhöhung für {floors} Geschosse',
      'Prüfung unserer Auslegung, {flow} m³/h',
      'Reicht die vorhandene Anlage für {flow} m³/h?',
    ],
    slots: { floors: ['sieben', 'neun', 'zwölf'], flow: ['14', '22', '36'] },
    fields: { component: 'booster' },
    lines: [
      customer(
        'Wir erweitern den Standort auf {floors} Geschosse und rechnen mit {flow} m³/h in der Spitze. Reicht unsere Druckerhöhungsanlage, oder müssen wir tauschen? Plan der Steigleitungen anbei.',
        drawing('steigleitungen.png', 'plan'),
      ),
      answer(
        'Vielen Dank für den Plan. Ich rechne das bis übermorgen durch, auch mit dem Fall, dass eine Pumpe ausfällt.',
      ),
      note('Mit n-1 knapp. Prüfen, ob 50 mm mehr Laufrad in das Gehäuse passen, sonst dritte Pumpe.'),
      solution(
        'Ergebnis: Im Normalbetrieb reicht die Anlage mit 15 % Reserve. Fällt eine Pumpe aus, fehlen oben 0,6 bar. Mit einer dritten Pumpe gleicher Bauart ist auch dieser Fall abgedeckt; der Rahmen hat dafür schon einen freien Platz.',
        drawing('kennlinie-drei-pumpen.png', 'curve'),
      ),
      customer('Verständlich erklärt, danke. Wir lassen uns die dritte Pumpe anbieten.'),
    ],
  },
  {
    subjects: [
      'Dosierpumpe verliert Ansaugung',
      'DosiLine saugt nach {days} Tagen Stillstand nicht an',
      'Dosierung {medium} startet nicht',
    ],
    slots: { days: ['drei', 'fünf', 'zehn'], medium: ['Natronlauge', 'Flockungsmittel', 'Schwefelsäure'] },
    fields: { component: 'dosing', fieldbus: 'none' },
    lines: [
      customer(
        'Nach {days} Tagen Stillstand saugt die DosiLine ({medium}) nicht mehr an. Erst wenn wir von Hand entlüften, läuft sie wieder. Das kann nicht jedes Wochenende jemand machen.',
      ),
      ask(
        'Bitte sehen Sie nach, ob das Fußventil im Behälter dicht schließt: Leitung abnehmen und beobachten, ob die Säule stehen bleibt.',
      ),
      customer('Die Säule läuft in etwa einer Minute leer.'),
      solution(
        'Dann ist das Fußventil die Ursache, meist ein Kristall auf der Kugel. Spülen Sie es mit warmem Wasser; bleibt es undicht, tauschen Sie Kugel und Sitz (Satz HF-ET 741-02).\n\nDamit es nicht wiederkommt, schalten Sie im Menü die Funktion *Ansaughilfe* ein.',
      ),
    ],
  },
  {
    subjects: [
      'Parametersatz sichern und übertragen',
      'Wie übertrage ich Parameter auf eine neue Steuerung?',
      'Sicherung der FlowControl vor dem Tausch',
    ],
    slots: { version },
    fields: { component: 'controller' },
    lines: [
      customer(
        'Wir tauschen am Wochenende eine FlowControl. Wie bekommen wir den Parametersatz auf die neue? Alte Firmware ist {version}, die neue kommt vermutlich mit einer anderen.',
      ),
      solution(
        'Am einfachsten über die Speicherkarte:\n\n```\nMenü > Service > Sicherung > Schreiben\n(Karte umstecken)\nMenü > Service > Sicherung > Lesen\n```\n\nEine neuere Firmware liest ältere Sätze immer. Umgekehrt geht es nicht, also bitte nicht auf {version} zurückgehen.',
        pdf(
          'kurzanleitung-sicherung.pdf',
          'Sicherung und Uebertragung',
          'Karte: bis 32 GB, FAT32',
          'Dauer: etwa zwei Minuten',
          'Netzwerkadresse danach pruefen',
        ),
      ),
      customer('Hat auf Anhieb geklappt, danke für die schnelle Antwort am Freitag.'),
    ],
  },
)

export const helpdeskStories = [...english, ...german]
