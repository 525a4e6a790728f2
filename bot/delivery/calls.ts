import { z } from 'zod/v4';
import { conversationSchema, type Conversation } from '../../data/conversation.js';
import { SUBJECTS, type Subject } from '../../data/delivery.js';
import { keyOf } from '../../data/expectation.js';
import type { Instances } from '../../data/instances.js';
import { kindSchema, type Write } from '../../data/repository.js';
import type { Log } from '../log.js';
import type { Delivery } from './delivery.js';

/** What a turn asks of delivery, wherever that is done. */
export interface Calls {
  /** Something changed, anything when it is not said what. */
  wake(changed?: readonly Write[]): void;
  /** Resolves when it is shown or has to wait, or after `waitMs`; elsewhere it is not waited for. */
  showCard(kind: Subject['kind'], key: string, waitMs: number): Promise<void>;
  remove(chat: Conversation, activityId: string): void;
}

/** As another process hears it. */
const callSchema = z.union([
  z.object({ wake: z.array(z.object({ kind: kindSchema, key: z.string() })) }),
  z.object({ show: z.object({ kind: z.enum(SUBJECTS), key: z.string() }) }),
  z.object({ remove: z.object({ chat: conversationSchema, activityId: z.string() }) }),
  z.object({ wakeAll: z.literal(true) }),
]);
type Call = z.infer<typeof callSchema>;

/** So many records are named to another process; more than that, and it looks at everything. */
const NAMED_AT_MOST = 20;

/** Passes on to the process that delivers what turns ask; that can be this one. */
export function createCalls({ instances, log }: { instances: Instances; log: Log }) {
  let here: Delivery | undefined;

  instances.onTold((message) => {
    const call = message === undefined ? { wakeAll: true as const } : read(message);
    if (here) void carryOut(here, call, 0);
  });

  async function ask(call: Call, waitMs = 0): Promise<void> {
    if (here) return carryOut(here, call, waitMs);
    try {
      await instances.tell(JSON.stringify(call));
    } catch (error) {
      // Whoever delivers looks at everything now and then.
      log.warn({ err: error }, 'delivery not called');
    }
  }

  const calls: Calls = {
    wake: (writes) => void ask(wakeOf(writes)),
    showCard: (kind, key, waitMs) => ask({ show: { kind, key } }, waitMs),
    remove: (chat, activityId) => void ask({ remove: { chat, activityId } }),
  };
  return {
    calls,
    /** From now on this process delivers; until what comes back is called. */
    answerBy: (delivery: Delivery) => {
      here = delivery;
      return () => {
        here = undefined;
      };
    },
  };
}

function wakeOf(writes: readonly Write[] | undefined): Call {
  if (!writes || writes.length > NAMED_AT_MOST) return { wakeAll: true };
  return { wake: writes.map((write) => ({ kind: write.kind, key: keyOf(write) })) };
}

/** What a process of another version says may be unknown here. */
function read(message: string): Call {
  try {
    return callSchema.parse(JSON.parse(message));
  } catch {
    return { wakeAll: true };
  }
}

async function carryOut(delivery: Delivery, call: Call, waitMs: number): Promise<void> {
  if ('show' in call) await delivery.showCard(call.show.kind, call.show.key, waitMs);
  else if ('remove' in call) delivery.remove(call.remove.chat, call.remove.activityId);
  else delivery.wake('wake' in call ? call.wake : undefined);
}
