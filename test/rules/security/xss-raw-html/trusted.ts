// file: src/app/note.component.ts
// packages: @angular/core@18.0.0, @angular/platform-browser@18.0.0, @angular/router@18.0.0, dompurify@3.1.0
import { Component } from '@angular/core';
import { DomSanitizer, SafeHtml } from '@angular/platform-browser';
import { ActivatedRoute } from '@angular/router';
import DOMPurify from 'dompurify';

@Component({ selector: 'app-note', template: '<div [innerHTML]="html"></div>' })
export class NoteComponent {
  html: SafeHtml = this.sanitizer.bypassSecurityTrustHtml('<p>Loading</p>'); // ok: xss-raw-html

  constructor(
    private readonly sanitizer: DomSanitizer,
    private readonly route: ActivatedRoute,
  ) {
    this.html = this.sanitizer.bypassSecurityTrustHtml(this.route.snapshot.queryParams['note']); // expect: xss-raw-html(warning medium)
    this.html = this.sanitizer.bypassSecurityTrustHtml(DOMPurify.sanitize(this.route.snapshot.queryParams['note'])); // ok: xss-raw-html
  }

  transform(value: string): SafeHtml {
    return this.sanitizer.bypassSecurityTrustHtml(value); // expect: xss-raw-html(warning low)
  }
}
