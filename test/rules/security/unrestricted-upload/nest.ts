// packages: @nestjs/common@11.0.0, @nestjs/platform-express@11.0.0
import { Controller, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';

@Controller('files')
export class FilesController {
  // The module may have been told a limit for all of them.
  @Post()
  @UseInterceptors(FileInterceptor('file')) // ok: unrestricted-upload
  upload(@UploadedFile() file: { size: number }) {
    return file.size;
  }

  @Post('limited')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: 1_000_000 } })) // ok: unrestricted-upload
  limited(@UploadedFile() file: { size: number }) {
    return file.size;
  }
}
