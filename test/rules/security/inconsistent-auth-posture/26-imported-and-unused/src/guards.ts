// packages: express@5.1.0, @prisma/client@6.0.0
export function requireRole(role: string) {
  return (req, res, next) => {
    if (!req.user) return res.status(401).json({ error: 'Sign in first' });
    if (req.user.role !== role) return res.status(403).json({ error: 'Not yours' });
    next();
  };
}
