import { openBot } from '../../bot/openBot.js';
import { NO_LIMITS } from '../bot/fakeTeamsLimits.js';
import { sayReady } from './serverProcess.js';

/** The bot without the pauses that Teams asks for: what it could do itself. */
const opened = await openBot(process.env, { pacing: NO_LIMITS, writeLog: () => undefined });
if (!opened.ok) throw new Error(opened.problems.join('\n'));
const { bot } = opened;
process.once('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
sayReady(bot.port);
