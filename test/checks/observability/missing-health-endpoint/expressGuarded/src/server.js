const express = require("express")
const { requireUser } = require("./auth")

let app

function start() {
    app = express() // one for each test
    app.use(express.json())
    app.use(requireUser)
    app.get("/orders", (req, res) => res.json([]))
    app.all("*", (req, res) => res.status(404).json({ error: "Not found" }))
    return app.listen(3000)
}

module.exports = { start }
