exports.checkLogin = (socket) => {
  if (!socket.userId) throw new Error('You are not logged in.');
};
