import { serve } from 'inngest/next';
import { remind, welcome } from '../../../functions';
import { inngest } from '../../../inngest';

export const { GET, POST, PUT } = serve({ client: inngest, functions: [remind, welcome] });
