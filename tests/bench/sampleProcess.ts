import {
  ActivityHandler,
  CardFactory,
  ConversationState,
  MemoryStorage,
  UserState,
} from 'botbuilder';
import {
  DialogSet,
  DialogTurnStatus,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { checklistCard } from '../../cards/checklistCard.js';
import { DRAFT_RULES } from '../../data/draft.js';
import { aContext, aDraft } from '../builders.js';
import { serve } from './sdkServer.js';

/**
 * A bot as the samples of the SDK are written: a waterfall with a prompt per step, its state in
 * memory. It sends the cards that the real one sends, rendered beforehand, and keeps nothing on disk.
 */
const CARDS = DRAFT_RULES.talk.steps.map((step) =>
  CardFactory.adaptiveCard(
    checklistCard(aContext(), { draft: aDraft({ step }), values: {}, errors: {} }),
  ),
);

const conversationState = new ConversationState(new MemoryStorage());
const userState = new UserState(new MemoryStorage());
const answers = userState.createProperty<string[]>('answers');
const dialogs = new DialogSet(conversationState.createProperty('dialog'));

async function keep(step: WaterfallStepContext): Promise<void> {
  const kept = await answers.get(step.context, []);
  if (typeof step.result === 'string') await answers.set(step.context, [...kept, step.result]);
}

dialogs.add(new TextPrompt('answer'));
dialogs.add(
  new WaterfallDialog('checklist', [
    ...CARDS.map((card) => async (step: WaterfallStepContext) => {
      await keep(step);
      return step.prompt('answer', { prompt: { type: 'message', attachments: [card] } });
    }),
    async (step: WaterfallStepContext) => {
      await answers.set(step.context, []);
      return step.replaceDialog('checklist');
    },
  ]),
);

class SampleBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      // A prompt reads text only; what a card sends is put there.
      const { activity } = context;
      if (activity.value !== undefined) activity.text = JSON.stringify(activity.value);
      const dialog = await dialogs.createContext(context);
      const { status } = await dialog.continueDialog();
      if (status === DialogTurnStatus.empty) await dialog.beginDialog('checklist');
      await next();
    });
    this.onDialog(async (context, next) => {
      await conversationState.saveChanges(context);
      await userState.saveChanges(context);
      await next();
    });
  }
}

serve(new SampleBot());
