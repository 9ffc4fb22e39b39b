module.exports = async (req, res, server) => {
  try {
    const visit = await server.visits.ofStaff.byCookie({ key: req.cookies['visit'] });
    if (!visit) {
      res.status(401);
      return res.send({ ok: false });
    }
    req.visit = visit;
  } catch (error) {
    req.log.error(error);
    res.status(500);
    return res.send({ ok: false });
  }
};
