import { NotFoundException, InternalServerErrorException, HttpException } from '@nestjs/common';
import { fail, redirect, isRedirect } from '@sveltejs/kit';
import { redirect as lead, isRedirect as isRedirectImport } from '@tanstack/react-router';
import { TRPCError } from '@trpc/server';
import { find } from './orders';

export async function kit() {
  try {
    await find();
    redirect(303, '/orders');
  } catch (e) {
    if (isRedirect(e)) throw e;
    return fail(500, { message: 'Could not save' });
  }
}

export async function tanstack() {
  try {
    if (!(await find())) throw lead({ to: '/orders' });
  } catch (e) {
    if (isRedirectImport(e)) throw e;
    return { failed: true };
  }
}

export async function rpc() {
  try {
    if (!(await find())) throw new TRPCError({ code: 'NOT_FOUND' });
  } catch (e) {
    if (e instanceof TRPCError) throw e;
    throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: e });
  }
}

export async function nest() {
  try {
    if (!(await find())) throw new NotFoundException();
  } catch (e) {
    if (e instanceof HttpException) throw e;
    throw new InternalServerErrorException();
  }
}
