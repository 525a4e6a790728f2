import type { Messenger } from '../messenger.js';
import type { Pacing } from './pacing.js';

/** For turns: nobody who waits for an answer is held up, but delivery knows what was said. */
export function createCountedMessenger(messenger: Messenger, pacing: Pacing): Messenger {
  function counted<T>(conversationId: string, asked: () => Promise<T>): Promise<T> {
    const ended = pacing.begin(conversationId);
    return asked().finally(ended);
  }

  return {
    send: (to, message) => counted(to.conversationId, () => messenger.send(to, message)),
    update: (to, activityId, message) =>
      counted(to.conversationId, () => messenger.update(to, activityId, message)),
    post: (channel, message) =>
      counted(channel.conversationId, () => messenger.post(channel, message)),
    remove: (to, activityId) => counted(to.conversationId, () => messenger.remove(to, activityId)),
    openChat: (person, via) => counted(person.aadObjectId, () => messenger.openChat(person, via)),
    members: (teamId, via) => counted(teamId, () => messenger.members(teamId, via)),
  };
}
