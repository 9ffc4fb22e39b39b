// packages: @nestjs/axios@4.0.0, @nestjs/common@11.0.0, rxjs@7.8.0
import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import { firstValueFrom, map, timeout } from 'rxjs';

@Injectable()
export class RatesService {
  constructor(private readonly http: HttpService) {}

  /** What the module says of its client is written elsewhere. */
  async all() {
    return (await firstValueFrom(this.http.get('https://api.example/rates'))).data; // ok: external-call-without-timeout
  }

  async one(code: string) {
    return firstValueFrom(this.http.get(`https://api.example/rates/${code}`, { timeout: 2_000 })); // ok: external-call-without-timeout
  }

  async some() {
    return firstValueFrom(this.http.get('https://api.example/some').pipe(timeout(2_000), map(({ data }) => data))); // ok: external-call-without-timeout
  }
}
