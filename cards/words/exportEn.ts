import type { exportNl } from './exportNl.js';

export const exportEn: typeof exportNl = {
  heading: 'Figures as a file',
  summary: 'Figures as a file',
  intro:
    'The file is for inside your region: small numbers stand in it as they are. Do not pass it on to others.',
  region: 'Region',
  period: 'Which period?',
  format: 'What kind of file?',
  formats: { xlsx: 'Excel (xlsx)', csv: 'List for other programs (csv)' },
  make: 'Make the file',
  running: (period) => `${period} (still running)`,
  offered: (name) =>
    `Teams asks below whether ${name} may be put in your OneDrive. Choose Allow there.`,
  written: (path) => `The file is here: ${path}`,
  consent: (period) => `The figures of ${period}`,
  uploaded: (name) => `${name} is in your OneDrive.`,
  declined: 'You did not accept the file. Nothing was sent.',
  failed:
    'The file could not be put in your OneDrive. Make it again. If it fails again, ask your administrator whether uploads to SharePoint are allowed.',
  again: 'I no longer know this file. Type “export” to make it again.',
  columns: { sheet: 'Sheet', row: 'Row', column: 'Column', value: 'Value' },
};
