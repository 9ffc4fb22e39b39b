export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  try {
    return await useDb().update(notes).set({ text: body.text });
  } catch (error) {
    console.error(error);
    throw createError({ statusCode: 500, message: (error as Error).message, cause: error });
  }
});
