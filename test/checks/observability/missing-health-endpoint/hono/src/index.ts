import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import orders from './orders'

const app = new Hono()

app.use('*', bearerAuth({ token: process.env.TOKEN! }))
app.route('/orders', orders)

serve({ fetch: app.fetch, port: 3000 })
