FROM node:latest # ok: container-hygiene
COPY . . # ok: container-hygiene
CMD ["npm", "run", "dev"]
