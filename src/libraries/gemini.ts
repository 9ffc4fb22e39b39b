import { defineLibrary, type CallRole } from '../model/library';

const paid: CallRole = { outbound: { defaultMs: 300_000, throwsOnStatus: true, paid: true, kind: 'sdk' } };

/** Google's clients for Gemini, the present one and the one before. */
export default defineLibrary({
  id: 'gemini',
  title: 'Gemini',
  packages: ['@google/genai', '@google/generative-ai'],
  aliases: {
    '@google/genai#GoogleGenAI()': 'gemini#client',
    '@google/generative-ai#GoogleGenerativeAI()': 'gemini#former',
    'gemini#former.getGenerativeModel()': 'gemini#model',
    'gemini#model.startChat()': 'gemini#chat',
    'gemini#client.chats.create()': 'gemini#chat',
  },
  types: {
    '@google/genai#GoogleGenAI': 'gemini#client',
    '@google/generative-ai#GoogleGenerativeAI': 'gemini#former',
    '@google/generative-ai#GenerativeModel': 'gemini#model',
  },
  calls: {
    ...Object.fromEntries(
      ['generateContent', 'generateContentStream', 'generateImages', 'generateVideos', 'embedContent'].map((name) => [
        `gemini#client.models.${name}`,
        paid,
      ]),
    ),
    'gemini#model.generateContent': paid,
    'gemini#model.generateContentStream': paid,
    'gemini#model.embedContent': paid,
    'gemini#model.batchEmbedContents': paid,
    'gemini#chat.sendMessage': paid,
    'gemini#chat.sendMessageStream': paid,
  },
});
