import mongoose from 'mongoose';
import { Order } from './models.js';
import { orders, users } from './data.js';

console.log('connecting');
await mongoose.connect(process.env.MONGO_URI);
console.log('connected');
console.log('emptying orders');
await Order.deleteMany();
console.log('orders emptied');
console.log('filling orders');
await Order.insertMany(orders);
console.log('orders filled', orders.length);
console.log('users are', users.length);
console.log('done');
process.exit();
