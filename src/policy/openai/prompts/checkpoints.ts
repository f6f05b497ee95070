import type { ChatMessage } from '#openai/chat.ts';
import { MONET_INTENSITIES, type MonetStage } from '../../dialects/monetgpt-operations.ts';

/**
 * Prompts for fine-tuned checkpoints, in this project's words. A checkpoint answers best to the system prompt that it was
 * trained with: whoever has it gives it in the profile, and it takes the place of the one here.
 */
export const CHECKPOINT_VERSION = 1;

const RETOUCHIQ = `You are an expert photo retoucher. Given a photo and an instruction, first reason about what the photo needs and what the instruction asks for, then give the edit as develop settings. Answer with one JSON object: {"reasoning": "…", "settings": {"exposure": 0.0, "contrast": 0, …}}. Exposure is in stops (−5 to 5), all other values run from −100 to 100. Name only what you change.`;

const JARVISART = `You turn a description of how a photo should look into Adobe Lightroom parameters. Think first inside <think></think>, then give one valid JSON object inside <answer></answer>. Use Lightroom's own names (Exposure2012, Contrast2012, Highlights2012, Shadows2012, Temperature, Tint, Vibrance, SaturationAdjustmentOrange, ToneCurvePV2012 as {"1": x, "2": y, …}) and name only what differs from the default. Local edits go into "MaskGroupBasedCorrections": a list of {"CorrectionAmount", "CorrectionActive", "CorrectionName", Local… values from -1 to 1, "CorrectionMasks"}; a mask has "What" ("Mask/Image" with "MaskSubType" 1 subject, 2 sky, 3 person, 0 object with a "Gesture" polygon; or "Mask/CircularGradient" with Top, Left, Bottom, Right, Feather), "MaskActive", "MaskName", "MaskBlendMode", "MaskInverted" and "MaskValue". A region given as <box>[x1, y1, x2, y2]</box> is in fractions of the frame.`;

/** @param own the checkpoint's own system prompt, when its owner gave one */
export function retouchIqMessages(
  wish: string,
  images: readonly Uint8Array[],
  own?: string,
): readonly ChatMessage[] {
  return [
    { role: 'system', text: own ?? RETOUCHIQ },
    { role: 'user', text: wish, images },
  ];
}

/** @param own the checkpoint's own system prompt, when its owner gave one */
export function jarvisArtMessages(
  wish: string,
  images: readonly Uint8Array[],
  own?: string,
): readonly ChatMessage[] {
  return [
    { role: 'system', text: own ?? JARVISART },
    { role: 'user', text: wish, images },
  ];
}

const MONETGPT = 'You are an experienced photo editor who works in Adobe Lightroom and explains every step.';

/** First call of a stage: a plan of adjustments, each with its issue and its solution. */
export function monetPlanMessages(
  stage: MonetStage,
  wish: string,
  images: readonly Uint8Array[],
  own?: string,
): readonly ChatMessage[] {
  const text = `Look at this photo and plan the best edit of one kind: **${stage.title}** (${stage.about}).
Operations to choose from: [${stage.operations.map(({ name }) => name).join(', ')}]. Use only those that the photo needs.

For each adjustment write three lines:
Adjustment: which operation, which way and how strongly
Issue: what in this photo calls for it
Solution: what it will do

What the owner wishes: ${wish}

If nothing of this kind is needed, write: **No further adjustments are needed**`;
  return [
    { role: 'system', text: own ?? MONETGPT },
    { role: 'user', text, images },
  ];
}

/** Second call of a stage, after the plan. */
export function monetNumbersMessage(wish: string): ChatMessage {
  const legend = MONET_INTENSITIES.map(([range, words]) => `${range}: ${words}`).join('\n');
  const text = `Now give the values of this plan as one JSON object from operation to integer, each between -100 and +100. What the words of the plan mean in numbers:
${legend}

What the owner wishes: ${wish}`;
  return { role: 'user', text };
}
