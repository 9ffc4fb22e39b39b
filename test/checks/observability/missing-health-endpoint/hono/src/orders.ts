import { Hono } from 'hono'

const orders = new Hono()

orders.get('/', (c) => c.json([]))
orders.post('/', (c) => c.json({}, 201))

export default orders
