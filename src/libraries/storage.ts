import { defineLibrary, type CallRole } from '../model/library';

const write: CallRole = { sink: 'write' };
const stores: CallRole = { sink: 'write', stores: 'file' };

/** File storage: what is put there stays, is paid for and may be public. */
export default defineLibrary({
  id: 'storage',
  title: 'File storage',
  packages: ['@vercel/blob', '@aws-sdk/client-s3', 'cloudinary', '@google-cloud/storage', 'minio', '@cloudflare/r2'],
  aliases: {
    '@aws-sdk/client-s3#S3Client()': 's3#client',
    '@aws-sdk/client-s3#S3()': 's3#client',
    'aws-sdk#S3()': 's3#client',
    '@google-cloud/storage#Storage().bucket()': 'gcs#bucket',
    'gcs#bucket.file()': 'gcs#file',
    'minio#Client()': 'minio#client',
  },
  types: { '@aws-sdk/client-s3#S3Client': 's3#client' },
  calls: {
    '@vercel/blob#put': stores,
    '@vercel/blob#del': write,
    '@vercel/blob#copy': write,
    '@vercel/blob/client#handleUpload': write,
    '@aws-sdk/client-s3#PutObjectCommand': stores,
    '@aws-sdk/client-s3#DeleteObjectCommand': write,
    '@aws-sdk/client-s3#DeleteObjectsCommand': write,
    '@aws-sdk/client-s3#CopyObjectCommand': write,
    's3#client.putObject': stores,
    's3#client.upload': stores,
    's3#client.deleteObject': write,
    '@aws-sdk/lib-storage#Upload': stores,
    'cloudinary#v2.uploader.upload': write,
    'cloudinary#v2.uploader.upload_stream': write,
    'cloudinary#v2.uploader.destroy': write,
    'gcs#file.save': stores,
    'gcs#file.delete': write,
    'minio#client.putObject': stores,
    'minio#client.removeObject': write,
    '@vercel/kv#kv.set': write,
    '@vercel/edge-config#createClient().set': write,
  },
});
