import type { checklistNl, screensNl } from './checklistNl.js';

/** The English of every sentence of the checklist. CONCEPT 2, as the Dutch is. */
export const checklistEn: typeof checklistNl = {
  topics: {
    'child-wish': 'Wish to have children',
    sexuality: 'Sexuality',
    contraception: 'Contraception',
  },
  determinants: {
    knowledge: 'Knowledge',
    responsibility: 'Responsibility',
    'living-environment': 'Living environment',
    emotion: 'Emotion',
    money: 'Money',
  },
  phases: {
    before: 'Before a pregnancy',
    during: 'During a pregnancy',
    after: 'After a pregnancy',
    unknown: 'Unknown',
  },
  wishes: {
    now: 'Yes, now',
    later: 'Yes, later',
    none: 'No wish to have children',
    undecided: 'Does not know yet',
    'not-discussed': 'Not discussed',
  },
  wants: {
    information: 'Information',
    'contraception-help': 'Help with contraception',
    'wish-support': 'Support with a wish to have children',
    'talk-later': 'Talk again later',
    'no-help': 'No help',
  },
  arrangements: {
    self: 'Arranges it without help',
    realised: 'Contraception has been realised',
    regular: 'Under way in regular care',
    'regular-fails': 'Does not work out in regular care',
    'no-choice': 'Has not chosen yet',
    'not-applicable': 'Not applicable',
  },
  elsewhere: {
    'no-fixed-abode': 'No fixed abode',
    'outside-region': 'Outside the region',
    unknown: 'Unknown',
  },
  reasons: {
    complex: 'Taking over a complex case',
    finance: 'Arranging finances',
    'somatic-network': 'Use of the somatic network',
    'follow-up': 'Registration for follow-up',
  },
  situations: {
    expertise: 'I lack knowledge or experience for this',
    stuck: 'The talk is stuck',
    coercion: 'Worries about coercion, pressure or violence, also by care workers',
    capacity:
      'Doubt whether the client can weigh up this choice (consult about decision-making capacity)',
    cost: 'Costs are a barrier',
    uninsured: 'Client has no insurance',
    'no-gp': 'No general practitioner',
    'gp-cannot': 'General practitioner or midwife cannot prescribe, supply or place it',
    'step-too-big': 'The step to regular care is too big now',
    'place-or-time': 'It has to be sooner or elsewhere than regular care can offer',
    'support-ends': 'My support ends',
    appointment: 'Coming to the appointment does not work out yet',
    renewal: 'Client wants a reminder for a repeat or replacement',
    later: 'Client wants to come back to it later',
  },
  departures: {
    'client-declines': 'Client does not want this',
    'already-arranged': 'Already arranged',
    'continue-self-first': 'First I go on myself',
    other: 'Other',
  },
  outcomes: {
    postponed: 'Wish to have children postponed by choice',
    'wish-now': 'Has a wish to have children now',
    undecided: 'No choice yet',
    pregnant: 'Pregnant',
    'no-help': 'Does not want help',
    'contact-lost': 'No contact any more',
    other: 'Other',
  },
  contraceptionResults: {
    realised: 'Realised',
    planned: 'Planned',
    none: 'None',
    'not-applicable': 'Not applicable',
  },
  permissions: {
    record: 'Record in this bot',
    share: 'Share with the coordinator',
    network: 'Share with the medical network',
    followUp: 'Ask the professional later how things are going',
  },
  domains: {
    social: 'Social domain',
    medical: 'Medical domain',
  },
};

/** What stands on the five screens around the answers. */
export const screensEn: typeof screensNl = {
  talk: {
    heading: 'Talk',
    talked: 'Did the client want to talk about this?',
    record: 'Does the client agree that you record this?',
    on: 'Date of the talk',
    municipality: 'Municipality where the client lives',
    whenYes: '(required if both answers are yes)',
    ends: 'First there are two questions with Yes or No. Do you choose No once? Then it ends here and I keep nothing about the client.',
    endsFurther:
      'First there are two questions with Yes or No. Do you choose No once? Then it ends here. The case stays as it is. I keep nothing of this talk.',
    readAlong: 'This case has been escalated. The coordinator sees this talk too.',
  },
  referral: {
    heading: 'Escalation',
    intro: 'There is no talk to record. You ask the coordinator straight away.',
    introCaller:
      'You record this for a professional who is calling. Name and number are theirs, never the client’s.',
    phase: 'Phase',
    callerName: 'Name of the professional',
    callerPhone: 'Phone number of the professional',
    callerPhoneInvalid: 'Fill in a phone number of at least ten digits.',
    organisation: 'Organisation of the professional',
    phone: 'Phone',
    recordedBy: 'Recorded by',
    byPhone: (name: string) => `${name} (by phone)`,
  },
  discussed: {
    heading: 'Discussed',
    intro: 'Everything on this screen may stay empty.',
    topics: 'What was the talk about?',
    determinants: 'What plays a part?',
    phase: 'Was the talk before, during or after a pregnancy?',
  },
  wish: {
    heading: 'Wish',
    wish: 'Is there a wish to have children?',
    wants: 'What does the client themselves want?',
    arrangement: 'How are things with contraception?',
    realisedOn: 'When realised? A month or day',
    realisedOnHint: 'For example 11-2026 or 16-11-2026.',
    whenRealised: '(required when realised)',
    realisedOnPlaceholder: 'mm-yyyy or dd-mm-yyyy',
    saveOrNext: 'Done? Choose Save. Is something making help difficult? Choose Next.',
  },
  situation: {
    heading: 'Situation',
    intro: 'What stands in the way? Choose what is right. Choosing nothing is fine too.',
  },
  decision: {
    heading: 'Decision',
    intro: 'This is a proposal. You decide, together with the client.',
    introWithoutTalk:
      'The reasons that go with what you chose are ticked. You decide, together with the client.',
    nothing: 'Regular care can do this; there is no need to escalate.',
    verdicts: { proposed: 'Proposal', consider: 'To consider', no: 'Not needed' },
    grounds: {
      situation: (text: string) => `“${text}”`,
      wish: 'the client does not ask for help with contraception',
      arrangement: (text: string) => `contraception: “${text}”`,
      careFirst: 'attention first for coercion, or for weighing up the choice',
    },
    because: (grounds: string) => `Because: ${grounds}.`,
    but: (grounds: string) => `But: ${grounds}.`,
    urgent:
      'Follow the reporting code (meldcode). Acute danger: 112. Veilig Thuis: 0800-2000. This bot is not an emergency line.',
    notParticipating: (municipality: string) =>
      `The client’s municipality (${municipality}) does not take part in the programme now. The coordinator decides whether an exception is possible.`,
    chosen: 'For which reasons do you want to escalate?',
    permissionsText:
      'I have told the client what I share, with whom and what for, and the client agrees. Saying no has no consequences for the help.',
    permissionsBefore:
      'Tick what the client agrees to now. What the client agreed to before stays.',
    permissionsHeading: 'The client’s permission',
    permissions: 'What does the client agree to?',
    chooseAnyReason: 'Choose at least one reason.',
    urgency: 'Priority',
    priority: 'With priority',
    reachable: 'When and on which number can the coordinator call you?',
    whenCalled: '(required for Escalate and for Consult)',
    note: 'Note, at most 500 characters',
    departure: 'Do you choose otherwise than proposed? Then you may say why',
    consultHint:
      'No permission to share? With “Consult without client data” you ask the coordinator to call you. Nothing about the client goes along.',
    ofCaller: {
      introWithoutTalk:
        'The reasons that go with what you chose are ticked. The professional decides, together with the client.',
      permissionsText:
        'The professional declares: the client knows what is shared, with whom and what for, and agrees. Saying no has no consequences for the help.',
      reachable: 'When can the coordinator call the professional?',
      consultHint:
        'No permission to share? With “Consult without client data” you ask a coordinator to call the professional. Nothing about the client goes along.',
    },
  },
  forWhom: {
    heading: 'Who is this escalation for?',
    summary: 'Escalate',
    intro:
      'Is a professional calling to escalate? Choose Escalation by phone. Is it about a client of your own? Choose My own client.',
    introByPhone: 'From which region is the professional who calls?',
    byPhone: 'Escalation by phone',
    byPhoneIn: (region: string) => `Escalation by phone, ${region}`,
    ownClient: 'My own client',
  },
  result: {
    headings: {
      talk: (code: string) => `Recorded: ${code}`,
      'further-talk': (code: string) => `Talk added to ${code}`,
      'further-talk-escalated': (code: string) => `Talk added to ${code}`,
      referral: (code: string) => `Escalated: ${code}`,
      phone: (code: string) => `Escalated: ${code}`,
      escalation: (code: string) => `Escalated: ${code}`,
    },
    sameCode: 'This code is in your own file already.',
    passCodeOn: 'Give this code to the professional. Only they know whose code it is.',
    readAlong: 'The coordinator sees this talk too.',
    notAgain: 'You have not escalated again.',
    notWantedFurther:
      'This is a full answer. I have only counted that the talk was offered. The case stays as it was.',
    consultOfCaller:
      'A coordinator will call the professional. Nothing about the client was sent along.',
  },
  hindered: {
    heading: 'Not stored',
    finishFirst: 'You still have an open draft. Finish it or discard it. Then begin again.',
    gone: (code: string) =>
      `Case ${code} is no longer there for you. It was erased or taken over. What you filled in is not stored.`,
    takenOver: (code: string) =>
      `A colleague now goes on with case ${code}. What you filled in was not added to it. Pass on what is needed and discard the draft.`,
    talkOnly: (code: string) =>
      `Case ${code} has been escalated meanwhile. Choose Do not escalate. The talk is then added to the case and the coordinator sees it.`,
    alreadyEscalated: (code: string) =>
      `Case ${code} has been escalated already. A second time is not needed.`,
    organisationGone:
      'This organisation is no longer in the list. Go back to the first screen and choose another.',
  },
};
