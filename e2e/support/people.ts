/** Every demo account's password. */
export const PASSWORD = 'green-harbour-42'

/**
 * Who acts in which test. Drafts, sessions and failed attempts belong to an account, so one that a test changes appears in that
 * test alone; the readers at the end are shared, for they only look.
 */
export const people = {
  signsIn: 'declan.murphy',
  signsOut: 'niamh.kavanagh',
  changesPassword: 'bartlomiej.wojcik',
  mustChangePassword: 'thea.soerensengrossmann',
  isLockedOut: 'george.mathew',
  endsSessions: 'wiebke.janssen',
  resets: 'tobias.kraemer',
  endedByAdministrator: 'thomas.linke',
  disabled: 'fenja.carstens',
  withoutProfile: 'philippa.hartingtonfeatherstonehaugh',
  withoutPassword: 'claudia.preuss',

  comments: 'grace.adeyemi',
  creates: 'eva.de.groot',
  submitsTwice: 'sjoerd.van.dijk',
  getsAnswer: 'siobhan.oneill',
  closes: 'ravi.subramaniam',
  meetsFaults: 'ahmed.almansoori',
  usesKeyboard: 'stefan.kuehn',
  uploads: 'juergen.schoettler',
  writesWithoutScript: 'ayse.demir',
  fillsEverything: 'matteo.ricci',
  triesNewQueue: 'henriette.blum',

  owner: 'hauke.thomsen',
  colleague: 'oke.petersen',
  otherCompany: 'maeve.obrien',
  otherGroup: 'rachel.goldberg',
  draftOwner: 'karlheinz.von.der.wiese',
  attacked: 'fatima.al.zaabi',
  tampers: 'noor.hassan',
  alternates: ['carlos.hernandez', 'kwame.boateng'],

  usesApp: 'leyla.oeztuerk',
  usesAppWithoutScript: 'gisela.hoppe',
  usesPasskey: 'mareike.dahl',
  usesPasskeyInstead: 'uwe.kasperczyk',
  mustAddFactor: 'horst.wendland',
  mustAddFactorWithoutScript: 'rosemarie.ziegler',
  connects: 'sandra.koehler',
  isLinkedByMail: 'jens.rohde',
  isTaken: 'marek.zielinski',
  hasSecondFactorElsewhere: 'paul.lehmann',
  losesFactor: 'renee.dangelo',
  losesSession: 'andrzej.nowak',
  losesSessionWithoutScript: 'hannelore.fritz',

  industry: 'lena.brandt',
  insurer: 'miriam.vogel',
  city: 'jonas.weber',
  seesCompany: 'tom.whitfield',
  seesClub: 'birgit.sommer',
} as const

export const engineers = {
  answers: 'katrin.berger',
  worksWithoutScript: 'mehmet.yildiz',
  reads: 'daniel.okafor',
  seesEverything: 'robert.stein',
  endsSessions: 'henrik.moller',
  mustAddFactor: 'ines.caldeira',
  losesSession: 'sophie.lang',
} as const
