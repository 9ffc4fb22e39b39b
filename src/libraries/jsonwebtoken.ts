import { defineLibrary } from '../model/library';

export default defineLibrary({
  id: 'jsonwebtoken',
  title: 'jsonwebtoken and jose',
  packages: ['jsonwebtoken', 'jose'],
  calls: {
    'jsonwebtoken#verify': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    'jose#jwtVerify': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
  },
});
