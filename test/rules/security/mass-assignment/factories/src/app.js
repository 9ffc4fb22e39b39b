const express = require('express');
const mongoose = require('mongoose');
const factory = require('./factory');

const app = express();
app.use(express.json());
const User = mongoose.model('User', new mongoose.Schema({ name: String, email: String, role: String }));

app.put('/users/:id', factory.updateOne(User));
app.post('/users/find', factory.findOne(User));
app.post('/list', factory.listOf(new Map()));
