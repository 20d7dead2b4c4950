// Everybody can have a mailbox here, so none of these says which company somebody works for.
const domains = [
  'aol.com fastmail.com gmail.com gmx.com gmx.de gmx.net googlemail.com hey.com home.nl hotmail.com hotmail.nl icloud.com',
  'kpnmail.nl kpnplanet.nl live.com live.nl mac.com mail.com me.com msn.com outlook.com outlook.nl pm.me proton.me',
  'protonmail.com quicknet.nl telenet.be tutanota.com upcmail.nl web.de xs4all.nl yahoo.com yandex.com ziggo.nl zoho.com',
]

export const publicMailboxDomains: ReadonlySet<string> = new Set(domains.join(' ').split(' '))
