// packages: @trpc/server@11.0.0, @sveltejs/kit@2.70.0, @tanstack/react-router@1.170.0, @nestjs/common@11.0.0, hono@4.6.0, h3@1.15.0
import { NotFoundException, InternalServerErrorException } from '@nestjs/common';
import { fail, redirect } from '@sveltejs/kit';
import { redirect as lead } from '@tanstack/react-router';
import { TRPCError } from '@trpc/server';
import { find } from './orders';

export async function kit() {
  try {
    await find();
    redirect(303, '/orders'); // expect: control-flow-exception-swallowed
  } catch (e) {
    return fail(500, { message: 'Could not save' });
  }
}

export async function tanstack() {
  try {
    if (!(await find())) throw lead({ to: '/orders' }); // expect: control-flow-exception-swallowed
  } catch {
    return { failed: true };
  }
}

export async function rpc() {
  try {
    if (!(await find())) throw new TRPCError({ code: 'NOT_FOUND' }); // expect: control-flow-exception-swallowed
  } catch (e) {
    throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: e });
  }
}

export async function nest() {
  try {
    if (!(await find())) throw new NotFoundException(); // expect: control-flow-exception-swallowed
  } catch (e) {
    throw new InternalServerErrorException();
  }
}
