import { ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';

@Injectable()
export class StaffGuard extends AuthGuard('staff') {
  canActivate(context: ExecutionContext) {
    return super.canActivate(context);
  }
}
