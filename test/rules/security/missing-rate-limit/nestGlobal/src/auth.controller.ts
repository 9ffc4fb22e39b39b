import { Body, Controller, Post } from '@nestjs/common';
import * as bcrypt from 'bcrypt';

@Controller('auth')
export class AuthController {
  @Post('login')
  login(@Body() body: { password: string; hash: string }) { // ok: missing-rate-limit
    return bcrypt.compare(body.password, body.hash);
  }
}
