const crypto = require('crypto');
const nodemailer = require('nodemailer');

const mail = nodemailer.createTransport({ host: process.env.MAIL_HOST });

const isGenuine = (body, signature) => {
  if (!signature) {
    console.error('no signature');
    return false;
  }
  const expected = crypto.createHmac('sha256', process.env.PAYMENT_SECRET).update(JSON.stringify(body)).digest('hex');
  const same = expected === signature;
  if (!same) console.error('wrong signature');
  return same;
};

const takeEvent = async (body, signature) => {
  if (!isGenuine(body, signature)) throw new Error('Invalid signature');
  await mail.sendMail({ to: body.email, subject: 'Paid', text: 'Thank you' });
};

const takeNotice = async (body) => {
  await mail.sendMail({ to: body.email, subject: 'News', text: 'Read this' });
};

module.exports = { takeEvent, takeNotice };
