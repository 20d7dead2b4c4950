import { demoPassword } from './demo-people.ts'

export function tellWhatToTry({ atsUrl, sandboxUrl }: { atsUrl: string; sandboxUrl: string }): void {
  console.log(`
Lodestone is ready.

  The ATS                 ${atsUrl}
    Sanne de Wit          sanne.de.wit@tulpenveld.example     (recruiter: start here)
    Petra Kuiper          petra.kuiper@tulpenveld.example     (administrator)
    everybody's password  ${demoPassword}
  LinkedIn Recruiter      ${sandboxUrl}/talent/home  (a sandbox, not LinkedIn)
    the same addresses, password "sandbox"

  Try first: open the job "Senior backend engineer" in the ATS. In a second window, sign in to the
  sandbox as Sanne, search for an engineer, open a profile, choose the job in the contact card and
  press Export. The card appears in Prospect by itself.

  API page                ${atsUrl}/api/docs
  What the sandbox saw    ${sandboxUrl}/talent/inspector
`)
}
