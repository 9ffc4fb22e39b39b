// packages: nodemailer@6.9.0, nodemailer-smtp-transport@2.7.0
const nodemailer = require('nodemailer');
const smtpTransport = require('nodemailer-smtp-transport');

const direct = nodemailer.createTransport({
  host: 'smtp.mail-house.io',
  auth: { user: 'shop@mail-house.io', pass: 'Autumn@Leaves!' }, // expect: hardcoded-secret(error medium)
});

function send(message) {
  const options = {
    service: 'gmail',
    auth: {
      user: 'shop@gmail.com',
      pass: 'wordsonly', // expect: hardcoded-secret(error medium)
    },
  };
  const transporter = nodemailer.createTransport(smtpTransport(options));
  return transporter.sendMail(message);
}

// Nobody gets in with what stands for a password.
const later = nodemailer.createTransport({ auth: { user: 'you@gmail.com', pass: 'your-password' } }); // ok: hardcoded-secret
const local = nodemailer.createTransport({ port: 1025, auth: { user: 'dev', pass: 'password' } }); // ok: hardcoded-secret
const spoken = nodemailer.createTransport({ auth: { user: 'x', pass: 'put the password of the account here' } }); // ok: hardcoded-secret
const set = nodemailer.createTransport({ auth: { user: 'x', pass: process.env.MAIL_PASSWORD } }); // ok: hardcoded-secret

// What a description shows lets nobody in.
const described = {
  schema: {
    example: { accessToken: 'q8Zk2mPw7Rt4Xv9B', password: 'Spring#2024x' }, // ok: hardcoded-secret
  },
};
const used = { accessToken: 'q8Zk2mPw7Rt4Xv9B' }; // expect: hardcoded-secret

module.exports = { direct, send, later, local, spoken, set, described, used };
