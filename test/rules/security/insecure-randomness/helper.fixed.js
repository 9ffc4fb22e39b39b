const { randomInt } = require('node:crypto');

const generateOTP = () => randomInt(1000, 10000);

const otpGenerate = (length) => {
  const chars = '0123456789';
  let result = '';
  for (let i = length; i > 0; --i) result += chars[randomInt(chars.length)];
  return result;
};

const generateOrderId = () => `order_${Math.random().toString(36).slice(2)}`;

module.exports = { generateOTP, otpGenerate, generateOrderId };
