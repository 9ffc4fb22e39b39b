// packages: @nestjs/bullmq@12.0.0, @nestjs/bull@11.0.0, @nestjs/schedule@12.0.0, bullmq@6.7.0
import { Process, Processor as BullProcessor } from '@nestjs/bull';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import { PrismaClient } from '@prisma/client';
import type { Job } from 'bullmq';

const prisma = new PrismaClient();

@Processor('mails')
export class MailProcessor extends WorkerHost {
  async process(job: Job) {
    try {
      await prisma.mail.create({ data: job.data });
    } catch (error) {
      console.log('lost');
    }
  }

  @OnWorkerEvent('failed')
  failed() {
    console.error('A mail was not sent.');
  }
}

@BullProcessor('images')
export class ImageProcessor {
  @Process('resize')
  async resize(job: Job) {
    await fetch(`https://images.example.com/${job.id}`);
  }
}

@Injectable()
export class Housekeeping {
  @Cron(CronExpression.EVERY_DAY_AT_3AM, { name: 'sweep' })
  async sweep() {
    await prisma.session.deleteMany();
  }

  @Interval(60_000)
  async poll() {
    await fetch('https://status.example.com');
  }
}
