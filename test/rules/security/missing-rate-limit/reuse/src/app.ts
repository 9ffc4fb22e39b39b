import express from 'express';
import { accounts } from './accounts';
import { sessions } from './sessions';

const app = express();
app.use(express.json());
app.use('/accounts', accounts);
app.use('/sessions', sessions);
app.listen(3000);
