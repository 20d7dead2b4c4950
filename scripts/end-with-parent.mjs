// Loaded into each part before its own code: when npm start is killed outright, its parts stop too and free their ports.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
