// file: src/utils/otp.js
// packages: express@4.19.0
const generateOTP = () => Math.floor(1000 + Math.random() * 9000); // expect: insecure-randomness

const otpGenerate = (length) => {
  const chars = '0123456789';
  let result = '';
  for (let i = length; i > 0; --i) result += chars[Math.floor(Math.random() * chars.length)]; // expect: insecure-randomness
  return result;
};

const generateOrderId = () => `order_${Math.random().toString(36).slice(2)}`; // ok: insecure-randomness

module.exports = { generateOTP, otpGenerate, generateOrderId };
