// packages: express@5.1.0, @prisma/client@6.0.0, route-keeper@1.2.0
import { makeKeeper } from 'route-keeper';

export const { guardRequest, describeRequest } = makeKeeper({ routes: {} });
