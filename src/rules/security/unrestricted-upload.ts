import { limitUpload } from '../../fixes/limitUpload';
import { defineRule } from '../../model/meta';

/** Takes in files of any size, or keeps files of any kind. */
export default defineRule({
  id: 'unrestricted-upload',
  dimension: 'security',
  title: 'Upload without limits',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [434, 770],
  owasp: ['ASVS 5.2.1', 'ASVS 5.2.2', 'API4', 'A06'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    memory: '{{label}} reads files of any size into memory: one upload of a few gigabytes ends the process for everybody.',
    disk: '{{label}} takes files of any size: a few uploads fill the disk, and whatever else writes to it stops.',
    elsewhere: '{{label}} takes files of any size: one upload can hold up or end the process, and what is kept is paid for.',
    type: '{{label}} keeps files of every kind: pages and programs too, and whoever opens one from your address runs what a stranger wrote.',
    stored:
      '{{label}} stores whatever file is sent, of every kind and size: pages and programs too, and as much as somebody cares to send.',
  },
  needs: ['upload'],
  upload(upload, context) {
    if (context.fileRole(upload.file) !== 'source') return;
    const { size, type, kept } = upload;
    if (upload.library === '') {
      if (size === 'absent' && type === 'absent') return context.report(upload, { message: 'stored', data: { label: upload.label } });
      return size === 'unknown' || type === 'unknown'
        ? context.unknown(upload, upload.reason ?? 'a helper may look at the file')
        : context.evidence(upload, 'the file is looked at before it is stored');
    }
    if (size === 'absent') {
      return context.report(upload, {
        message: kept,
        data: { label: upload.label },
        ...(kept === 'memory' ? { severity: 'error' as const } : {}),
        fixes: [limitUpload(upload)],
      });
    }
    if (size === 'unknown') return context.unknown(upload, upload.reason ?? 'what it is told could not be read');
    if (type === 'absent' && kept === 'disk')
      return context.report(upload, { message: 'type', data: { label: upload.label }, confidence: 'low' });
    context.evidence(upload, upload.label);
  },
});
