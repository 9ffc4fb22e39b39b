// packages: express@4.21.0, typeorm@0.3.20
import express from 'express';
import leads from './leads.controller';
import variables from './variables.controller';

const app = express();
const router = express.Router();
router.post('/leads', leads.create);
router.post('/variables', variables.create);
app.use('/api', router);
app.listen(3000);
