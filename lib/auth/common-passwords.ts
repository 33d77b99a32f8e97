/** Widely used passwords of twelve characters and more; shorter ones fall to the minimum length. Lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 0123456789012 012345678901
  1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv qwertyuiop123 qwertyuiop12 qwertyuiop[] qwertyuiop1234
  qwerty123456 qwerty1234567 qwerty12345678 qwertz123456 qwertzuiop123 asdfghjkl123 zxcvbnm12345 abcdefghijkl
  abcdefg12345 abc123456789 abcd12345678 abcdef123456 a1b2c3d4e5f6 password1234 password12345 password123456
  password1234! passwordpassword p@ssw0rd1234 p@ssword1234 passw0rd1234 passwort1234 passwort12345 passwort123456
  passwort1234! meinpasswort1 letmein12345 letmeinplease iloveyou1234 iloveyou12345 ichliebedich ichliebedich1
  welcome12345 welcome123456 willkommen12 willkommen123 willkommen1234 willkommen1! administrator administrator1
  administrator123 changeme1234 changeme12345 changemenow1 secret123456 geheim123456 geheimgeheim schatz123456
  monkey123456 dragon123456 football1234 fussball1234 fussball12345 baseball1234 superman1234 sunshine1234
  princess1234 michael12345 sommer2024!! sommer2025!! sommer2026!! summer2024!! summer2025!! summer2026!! winter2024!!
  winter2025!! winter2026!! sommer202425 sommer202526 trustno12345 computer1234 internet1234 starwars1234
  correcthorsebatterystaple hallohallo12 hallo1234567 hallo12345678 deutschland1 deutschland12 spongebob123
  111111111111 000000000000 aaaaaaaaaaaa 121212121212 123123123123 112233445566 987654321098 147258369147 qazwsxedcrfv
  1234qwerasdf 1234qwerasdfzxcv qwer1234asdf q1w2e3r4t5y6 zaq12wsxcde3 zaq1zaq1zaq1 test12345678 testtesttest
  test1234test demodemodemo guest1234567`
    .split(/\s+/)
    .filter(Boolean),
)
