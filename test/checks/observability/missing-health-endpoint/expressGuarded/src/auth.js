const jwt = require("jsonwebtoken")

function requireUser(req, res, next) {
    try {
        req.user = jwt.verify(req.headers.authorization, process.env.SECRET)
    } catch {
        return res.status(401).json({ error: "Unauthorized" })
    }
    next()
}

module.exports = { requireUser }
