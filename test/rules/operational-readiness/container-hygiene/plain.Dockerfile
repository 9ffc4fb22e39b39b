# file: Dockerfile
FROM node:latest # expect: container-hygiene(warning high), container-hygiene(info high)
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . . # expect: container-hygiene(warning)
#^^^^^^^ there is no .dockerignore
ENV STRIPE_SECRET_KEY=sk_test_51HqZtRwLkVnXeJmYdHcPq7S # expect: container-hygiene(error)
ENV DATABASE_URL="file:/data/app.db" # ok: container-hygiene
ENV NEXTAUTH_SECRET=dummy-for-the-build # ok: container-hygiene
ENV NEXT_PUBLIC_SITE_KEY=abc PORT=3000 # ok: container-hygiene
ARG NPM_TOKEN # ok: container-hygiene
ARG SENTRY_AUTH_TOKEN # expect: container-hygiene(warning medium)
ENV SENTRY_AUTH_TOKEN=$SENTRY_AUTH_TOKEN # ok: container-hygiene
EXPOSE 3000
CMD ["node", "server.js"]
