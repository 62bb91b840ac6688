# The answer spoken in Khmer: while it is written.

recording-read = { $length ->
    [none] 🔊 The Khmer recording is kept. The head listens before approving.
   *[other] 🔊 The Khmer recording is kept, { $length } long. The head listens before approving.
}
recording-older = Older iPhones do not play this kind on the web page. If you have an M4A or MP3, please send that instead.
recording-dropped = 🔊 The words have changed, so I dropped the Khmer recording. Press Add it in Khmer to record it again.
recording-again = The answer to { $number } in Khmer.
listen-button = Listen
unrecord-button = Drop the recording

## When it does not work
recording-kind = I cannot hear this file. Please send a voice message, or an OGG, MP3 or M4A file.
recording-late = You are not writing that answer any more, so the recording was not kept. Press Answer and send it again.
