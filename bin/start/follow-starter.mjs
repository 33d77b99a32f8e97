// Loaded into the server before Next: when the starter is killed, the channel to it closes, and the server ends as if asked to.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
