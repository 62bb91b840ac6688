# The answer spoken in Khmer: to who asked, who follows, and who reads the bulletin.

recording-name = In Khmer
answer-recording = The answer to { $number } in Khmer, to listen to.
recording-came = There is a Khmer recording to listen to.
script-recording = There is a Khmer recording: { $address ->
    [none] play the file that follows this bulletin.
   *[other] { $address }
}
