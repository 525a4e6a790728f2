/** Asking for figures as a file. */
export const exportNl = {
  heading: 'Cijfers als bestand',
  summary: 'Cijfers als bestand',
  intro:
    'Het bestand is voor binnen je regio: kleine aantallen staan er gewoon in. Stuur het niet door naar anderen.',
  region: 'Regio',
  period: 'Welke periode?',
  format: 'Wat voor bestand?',
  formats: { xlsx: 'Excel (xlsx)', csv: 'Lijst voor andere programma’s (csv)' },
  make: 'Bestand maken',
  running: (period: string) => `${period} (loopt nog)`,
  offered: (name: string) =>
    `Teams vraagt hieronder of ${name} in je OneDrive mag komen. Kies daar Toestaan.`,
  written: (path: string) => `Het bestand staat hier: ${path}`,
  consent: (period: string) => `De cijfers van ${period}`,
  uploaded: (name: string) => `${name} staat in je OneDrive.`,
  declined: 'Je hebt het bestand niet aangenomen. Er is niets verstuurd.',
  failed:
    'Het bestand kon niet in je OneDrive komen. Maak het opnieuw. Lukt het weer niet? Vraag je beheerder of uploaden naar SharePoint mag.',
  again: 'Dit bestand ken ik niet meer. Typ “export” om het opnieuw te maken.',
  columns: { sheet: 'Blad', row: 'Regel', column: 'Kolom', value: 'Waarde' },
};
