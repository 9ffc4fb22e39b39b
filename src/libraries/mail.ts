import { defineLibrary, type CallRole } from '../model/library';

/** Two minutes to connect and ten between packets, set where the transport is made; some write what they are given, and connect to nothing. */
const made: CallRole = {
  passwords: ['auth.pass'],
  outbound: {
    timeout: { arg: 0, options: ['connectionTimeout', 'socketTimeout', 'jsonTransport', 'streamTransport', 'sendmail'] },
    defaultMs: 120_000,
    throwsOnStatus: true,
    kind: 'sdk',
  },
};
const mails: CallRole = { outbound: { defaultMs: 120_000, throwsOnStatus: true, paid: true, kind: 'mail', promises: true } };
/** No limit but the one of `setTimeout`. */
const posts: CallRole = { outbound: { defaultMs: 0, throwsOnStatus: true, paid: true, kind: 'mail', promises: true } };

/** Mail by SMTP and by SendGrid, Postmark and Mailgun. */
export default defineLibrary({
  id: 'mail',
  title: 'Mail',
  packages: ['nodemailer', 'nodemailer-smtp-transport', '@sendgrid/mail', 'postmark', 'mailgun.js'],
  aliases: {
    'nodemailer#createTransport()': 'nodemailer#transport',
    '@sendgrid/mail#MailService()': '@sendgrid/mail#',
    'postmark#ServerClient()': 'postmark#client',
    'mailgun.js#().client()': 'mailgun.js#client',
  },
  types: {
    'nodemailer#Transporter': 'nodemailer#transport',
    'postmark#ServerClient': 'postmark#client',
  },
  names: { transporter: 'nodemailer#transport' },
  calls: {
    'nodemailer#createTransport': made,
    'nodemailer-smtp-transport#': { passwords: ['auth.pass'] },
    'nodemailer#transport.sendMail': mails,
    '@sendgrid/mail#send': posts,
    '@sendgrid/mail#sendMultiple': posts,
    'postmark#client.sendEmail': posts,
    'postmark#client.sendEmailWithTemplate': posts,
    'postmark#client.sendEmailBatch': posts,
    'mailgun.js#client.messages.create': posts,
  },
});
