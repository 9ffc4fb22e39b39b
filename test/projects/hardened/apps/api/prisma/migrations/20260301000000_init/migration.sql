CREATE TYPE "Role" AS ENUM ('customer', 'admin');
CREATE TYPE "BookingStatus" AS ENUM ('pending', 'confirmed', 'cancelled');
CREATE TYPE "OrderStatus" AS ENUM ('new', 'paid', 'refunded');

CREATE TABLE "User" (
  "id" UUID PRIMARY KEY,
  "email" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "passwordHash" TEXT NOT NULL,
  "role" "Role" NOT NULL DEFAULT 'customer',
  "phone" TEXT,
  "avatarPath" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE "RefreshToken" (
  "tokenHash" TEXT PRIMARY KEY,
  "userId" UUID NOT NULL REFERENCES "User" ("id") ON DELETE CASCADE,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "RefreshToken_userId_idx" ON "RefreshToken" ("userId");

CREATE TABLE "PasswordReset" (
  "userId" UUID PRIMARY KEY REFERENCES "User" ("id") ON DELETE CASCADE,
  "tokenHash" TEXT NOT NULL UNIQUE,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL
);

CREATE TABLE "Class" (
  "id" UUID PRIMARY KEY,
  "title" TEXT NOT NULL,
  "teacher" TEXT NOT NULL,
  "startsAt" TIMESTAMPTZ(3) NOT NULL,
  "capacity" INTEGER NOT NULL CHECK ("capacity" > 0),
  "booked" INTEGER NOT NULL DEFAULT 0 CHECK ("booked" >= 0 AND "booked" <= "capacity"),
  "priceCents" INTEGER NOT NULL CHECK ("priceCents" >= 0)
);
CREATE INDEX "Class_startsAt_idx" ON "Class" ("startsAt");

CREATE TABLE "Booking" (
  "id" UUID PRIMARY KEY,
  "userId" UUID NOT NULL REFERENCES "User" ("id") ON DELETE CASCADE,
  "classId" UUID NOT NULL REFERENCES "Class" ("id"),
  "seats" INTEGER NOT NULL CHECK ("seats" > 0),
  "status" "BookingStatus" NOT NULL DEFAULT 'pending',
  "paymentId" TEXT UNIQUE,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE ("userId", "classId")
);
CREATE INDEX "Booking_classId_idx" ON "Booking" ("classId");
CREATE INDEX "Booking_status_idx" ON "Booking" ("status");

CREATE TABLE "Product" (
  "id" UUID PRIMARY KEY,
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "priceCents" INTEGER NOT NULL CHECK ("priceCents" >= 0),
  "stock" INTEGER NOT NULL CHECK ("stock" >= 0),
  "imageUrl" TEXT
);

CREATE TABLE "Order" (
  "id" UUID PRIMARY KEY,
  "userId" UUID REFERENCES "User" ("id") ON DELETE SET NULL,
  "idempotencyKey" TEXT NOT NULL UNIQUE,
  "totalCents" INTEGER NOT NULL CHECK ("totalCents" >= 0),
  "status" "OrderStatus" NOT NULL DEFAULT 'new',
  "paymentId" TEXT UNIQUE,
  "address" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "Order_userId_idx" ON "Order" ("userId");
CREATE INDEX "Order_status_createdAt_idx" ON "Order" ("status", "createdAt");

CREATE TABLE "OrderItem" (
  "id" UUID PRIMARY KEY,
  "orderId" UUID NOT NULL REFERENCES "Order" ("id") ON DELETE CASCADE,
  "productId" UUID NOT NULL REFERENCES "Product" ("id"),
  "quantity" INTEGER NOT NULL CHECK ("quantity" > 0),
  "priceCents" INTEGER NOT NULL CHECK ("priceCents" >= 0)
);
CREATE INDEX "OrderItem_orderId_idx" ON "OrderItem" ("orderId");
CREATE INDEX "OrderItem_productId_idx" ON "OrderItem" ("productId");

CREATE TABLE "PromoCode" (
  "id" UUID PRIMARY KEY,
  "code" TEXT NOT NULL UNIQUE,
  "percent" INTEGER NOT NULL CHECK ("percent" BETWEEN 1 AND 100),
  "active" BOOLEAN NOT NULL DEFAULT TRUE
);

CREATE TABLE "ProcessedEvent" (
  "id" TEXT PRIMARY KEY,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE "AuditLog" (
  "id" BIGSERIAL PRIMARY KEY,
  "actorId" UUID NOT NULL,
  "action" TEXT NOT NULL,
  "target" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "AuditLog_actorId_idx" ON "AuditLog" ("actorId");
CREATE INDEX "AuditLog_createdAt_idx" ON "AuditLog" ("createdAt");
