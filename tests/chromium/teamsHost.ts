const TEXT = '#242424';
const SUBTLE = '#616161';

const colour = (value: string, subtle = SUBTLE) => ({ default: value, subtle });

const FOREGROUND = {
  default: colour(TEXT),
  dark: colour(TEXT),
  light: colour('#ffffff', '#f5f5f5'),
  accent: colour('#5b5fc7', '#5b5fc7'),
  good: colour('#0e700e', '#0e700e'),
  warning: colour('#835b00', '#835b00'),
  attention: colour('#b10e1c', '#b10e1c'),
};

const container = (backgroundColor: string) => ({
  backgroundColor,
  foregroundColors: FOREGROUND,
});

/** Sizes, spaces and colours close to how Teams draws a card in its light theme. */
export const TEAMS_HOST = {
  supportsInteractivity: true,
  fontFamily: '"Segoe UI", "Liberation Sans", Arial, sans-serif',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  containerStyles: {
    default: container('#ffffff'),
    emphasis: container('#f5f5f5'),
    accent: container('#ebebfa'),
    good: container('#f1faf1'),
    warning: container('#fff9f0'),
    attention: container('#fdf3f4'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 0,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'default', size: 'default' },
      optionalInputs: { weight: 'default', size: 'default' },
    },
  },
  textBlock: { headingLevel: 2 },
};

/** Teams lets buttons wrap to a next line, and cuts off a title that is longer than the card. */
export const TEAMS_STYLE = `
  * { box-sizing: border-box; }
  body { margin: 8px; background: #f0f0f0; font: 14px "Segoe UI", "Liberation Sans", Arial; }
  .card { background: #fff; border: 1px solid #d1d1d1; border-radius: 4px; overflow: hidden; }
  .ac-actionSet { flex-wrap: wrap; gap: 8px; }
  .ac-pushButton { max-width: 100%; white-space: nowrap; border: 1px solid #d1d1d1;
    border-radius: 4px; background: #fff; color: #242424; height: 32px; }
  .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
  .ac-pushButton.style-destructive { background: #fff; border-color: #b10e1c; color: #b10e1c; }
  .ac-input { width: 100%; }
  input[type='checkbox'], input[type='radio'] { width: auto; }
  a { color: #5b5fc7; }
`;
