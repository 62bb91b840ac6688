# The chat page: words of the page itself, not of the conversation.

web-name = Lắng Nghe
web-log = Conversation
web-you = You wrote:
web-bot = Lắng Nghe says:

web-welcome-title = Hello and welcome!
web-welcome = Whatever you want to ask, write it in the box below. It goes to the office that can answer, and the answer comes back to you here.
web-begin = Start
web-enter = Please come in
web-enter-go = Open the chat

web-write = Write here
web-send = Send
web-hint = Enter: send · Shift + Enter: new line
web-sending = Sending…
web-stuck = Kept here until you are back online

web-offline = No connection, trying again…
web-online = Connected again
web-refresh = Look for new messages
web-older = Show older messages
web-newest = Back to the newest
web-new-below = New message ↓
web-skip = Go to the message box

web-reply = Reply to this
web-replying = Replying to
web-reply-cancel = Cancel
web-chosen = chosen

web-help = Help
web-help-title = How to use this chat
web-help-write = Write in the box below and press Send. Vietnamese without accents is fine.
web-help-buttons = Where a message has buttons, just press one.
web-menu-ask = Ask a question
web-menu-mine = My questions
web-menu-schedule = Dialogue schedule
web-menu-answers = Answers
web-menu-more = What I can do

web-too-long = This message is too long to take. Please split it into two or three; your words are still in the box.
web-crowded = Many people are sending from where you are, and I cannot keep up. Your words are still in the box: please wait a minute and send them again.
web-call-now = In danger, call now:
web-too-fast = That was many messages at once. Please wait a minute and send it again.
web-expired = The page was open too long, so the message did not arrive. Please press the button once more.
web-old-button = This button no longer works. Please look at the newest message at the end of the page.
web-busy = The system is busy and did not take the message. Please wait a little and send again; your words are kept.
web-away = The system is busy, so this page cannot open yet. Please wait a moment: it opens again by itself.

web-attach = Attach a file
web-file-drop = Remove
web-file-too-large = This file is too large for me. Please choose a smaller one; what you wrote is still here.
web-file-empty = There is nothing in this file. Please choose it again; what you wrote is still here.
web-file-kind = I cannot open this kind of file. Please send a picture, a PDF, a Word or Excel file, or a recording; what you wrote is still here.
web-many-files = You have sent many files today, so I cannot take more. Please send the next one tomorrow; what you wrote is still here.
web-files-full = There is no room for more files just now. Please send it again tomorrow; what you wrote is still here.
web-listen = Press to listen
web-listen-cannot = This device cannot play it here. Press the name of the file below to save it and listen.
web-file = File:
web-file-gone-title = This file is no longer here
web-file-gone = It was kept for as long as we keep files, or words in it were erased. If you still need it, write to me, or press the button for it once more.
web-file-gone-go = Back to the conversation

web-not-here-title = This page cannot be opened on this device
web-not-here = Please open the link of your invitation again on this device. To ask a question, go to the main page.
web-not-here-go = Go to the main page
