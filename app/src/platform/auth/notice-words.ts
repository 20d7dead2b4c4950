const unexpected = {
  en: 'Was it not you? Then set a new password at once with “Forgot your password?” on the sign-in page, and tell an administrator of your company.',
  nl: 'Was u dit niet? Stel dan meteen een nieuw wachtwoord in met “Wachtwoord vergeten?” op de aanmeldpagina, en meld het aan een beheerder van uw bedrijf.',
}

export const noticeWords = {
  en: {
    passwordChanged: {
      subject: 'Your Lodestone password was changed',
      paragraphs: [
        'The password that you sign in to Lodestone with was changed.',
        'All other devices where you were signed in have been signed out.',
      ],
      unexpected: unexpected.en,
    },
    twoStepOn: {
      subject: 'Two-step sign-in is on',
      paragraphs: [
        'From now on signing in to Lodestone needs a code of the app on your telephone.',
        'Keep the recovery codes for the day you lose it.',
      ],
      unexpected: unexpected.en,
    },
    twoStepOff: {
      subject: 'Two-step sign-in is off',
      paragraphs: ['Signing in to Lodestone needs your password only from now on.'],
      unexpected: unexpected.en,
    },
    twoStepReset: {
      subject: 'Your two-step sign-in was reset',
      paragraphs: [
        'An administrator took the second step away, as for somebody who lost the telephone. You can set it up anew under User settings.',
      ],
      unexpected: unexpected.en,
    },
    recoveryCodeUsed: {
      subject: 'A recovery code was used',
      paragraphs: [
        'Somebody signed in to Lodestone with your password and one of your recovery codes. Each works once; you can make new ones under User settings.',
      ],
      unexpected: unexpected.en,
    },
  },
  nl: {
    passwordChanged: {
      subject: 'Uw wachtwoord van Lodestone is gewijzigd',
      paragraphs: [
        'Het wachtwoord waarmee u zich bij Lodestone aanmeldt, is gewijzigd.',
        'Alle andere apparaten waarop u was aangemeld, zijn afgemeld.',
      ],
      unexpected: unexpected.nl,
    },
    twoStepOn: {
      subject: 'Aanmelden in twee stappen staat aan',
      paragraphs: [
        'Voortaan is voor het aanmelden bij Lodestone een code nodig van de app op uw telefoon.',
        'Bewaar de herstelcodes voor de dag dat u die kwijtraakt.',
      ],
      unexpected: unexpected.nl,
    },
    twoStepOff: {
      subject: 'Aanmelden in twee stappen staat uit',
      paragraphs: ['Voor het aanmelden bij Lodestone is voortaan alleen uw wachtwoord nodig.'],
      unexpected: unexpected.nl,
    },
    twoStepReset: {
      subject: 'Uw aanmelden in twee stappen is teruggezet',
      paragraphs: [
        'Een beheerder heeft de tweede stap weggenomen, zoals voor iemand die de telefoon kwijt is. U kunt die opnieuw instellen bij Gebruikersinstellingen.',
      ],
      unexpected: unexpected.nl,
    },
    recoveryCodeUsed: {
      subject: 'Er is een herstelcode gebruikt',
      paragraphs: [
        'Iemand heeft zich bij Lodestone aangemeld met uw wachtwoord en een van uw herstelcodes. Elke werkt één keer; nieuwe maakt u bij Gebruikersinstellingen.',
      ],
      unexpected: unexpected.nl,
    },
  },
} as const
