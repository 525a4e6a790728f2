import { playMainJob, type Scene } from './mainJob.js';
import { openStage } from './stage.js';

/** Plays one case and prints what each person saw; exits 1 at the first step that did not happen. */
async function demo(): Promise<void> {
  const started = Date.now();
  console.log('Starting the bot and the Agents Playground on loopback …');
  const stage = await openStage();
  let step = 0;
  const tell = ({ who, does, saw }: Scene) => {
    step += 1;
    const indented = saw
      .split('\n')
      .map((line) => `   ${line}`)
      .join('\n');
    console.log(`\n${step}. ${who} — ${does}\n${indented}`);
  };
  try {
    const code = await playMainJob(stage, tell);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`\n✓ ${code}: from talk to closed and counted, ${step} steps in ${seconds} s.`);
  } finally {
    await stage.close();
  }
}

demo().catch((error: unknown) => {
  console.error(`\n✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
