import { Body, Controller, Delete, Get, Param, Post, UseGuards } from '@nestjs/common';
import { ApiTooManyRequestsResponse } from '@nestjs/swagger';
import { Counted } from './counted.decorator';
import { Public, Scopes, ScopesGuard } from './guards';

class CountDto {
  amount!: number;
}

@Controller('stock')
export class StockController {
  constructor(private readonly stock: { set(id: string, amount: number): Promise<void>; all(): Promise<unknown[]>; drop(id: string): Promise<void> }) {}

  // Strangers may look; what they send is checked all the same, and nobody is asked for scopes.
  @Public()
  @ApiTooManyRequestsResponse({ description: 'Too many' })
  @Post('search')
  search(@Body() dto: CountDto) {
    return this.stock.all();
  }

  @Get()
  list() {
    return this.stock.all();
  }

  @Scopes('stock:write')
  @Post(':id')
  set(@Param('id') id: string, @Body() dto: CountDto) {
    return this.stock.set(id, dto.amount);
  }
}

@UseGuards(ScopesGuard)
@Controller('shelves')
export class ShelvesController {
  constructor(private readonly stock: { drop(id: string): Promise<void> }) {}

  // The guard beside it asks nothing here.
  @Delete(':id')
  drop(@Param('id') id: string) {
    return this.stock.drop(id);
  }

  // What this decorator sets, nobody can tell: it may well be scopes.
  @Counted('x')
  @Delete(':id/all')
  dropAll(@Param('id') id: string) {
    return this.stock.drop(id);
  }
}
