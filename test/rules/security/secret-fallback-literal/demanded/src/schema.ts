import Joi from 'joi';

const base = Joi.object({
  NODE_ENV: Joi.string().valid('development', 'production').default('development'),
  JWT_SECRET: Joi.string().when('NODE_ENV', {
    is: 'production',
    then: Joi.required(),
    otherwise: Joi.string().optional(),
  }),
  COOKIE_SECRET: Joi.string().required(),
  SESSION_SECRET: Joi.string(),
  JWT_REFRESH_SECRET: Joi.string().when('NODE_ENV', { is: 'test', then: Joi.required() }),
});

export const schema = base.concat(Joi.object({ REDIS_URL: Joi.string().optional() }));
