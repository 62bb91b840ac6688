# Khmer: a draft, unread by a native speaker, and off until one has confirmed it (languages.khmer_confirmed).
# The library: answers found by words, and offered before a question is sent.

found =
    នេះជាចម្លើយដែលមានពាក្យ “{ $words }”៖

    { $items }
found-none = មិនទាន់មានចម្លើយដែលមានពាក្យ “{ $words }” ទេ។ តើពូមីងចង់ផ្ញើសំណួរនេះទៅកន្លែងទទួលខុសត្រូវទេ?
send-this-button = ផ្ញើសំណួរនេះ
found-more-button = មើលបន្ត
search-off = ឥឡូវនេះខ្ញុំមិនទាន់អាចស្វែងរកតាមពាក្យបានទេ។ សូមពូមីងមើលចម្លើយថ្មីៗ។
search-over = ខ្ញុំលែងចាំពាក្យដែលពូមីងស្វែងរក។ សូមផ្ញើ /traloi ជាមួយពាក្យនោះម្តងទៀត។
answer-changed = (មូលដ្ឋានច្បាប់បានផ្លាស់ប្តូរ ចម្លើយនេះលែងត្រឹមត្រូវ។ សូមសួរម្តងទៀត។)

## Answered already, before it is sent
question-offer =
    “{ $text }”

    សំណួរបែបនេះមានគេឆ្លើយរួចហើយ៖
    { $items }

    ពូមីងចុច មើលទី ខ្ញុំមិនទាន់ផ្ញើសំណួរទេ បើអានហើយនៅចង់សួរ សូមចុច នៅតែផ្ញើសំណួរ។ បើពូមីងមិនចុចអ្វីទេ កន្លះម៉ោងទៀតខ្ញុំនឹងផ្ញើទៅ { $office }។
offer-item = { $place }. { $question } ({ $office })
offer-read-button = មើលទី { $place }
ask-anyway-button = នៅតែផ្ញើសំណួរ
offer-answer =
    { $office } ឆ្លើយ { $number }៖ { $answer }

    { $current ->
        [no] បទបញ្ញត្តិបានផ្លាស់ប្តូរ ចម្លើយនេះលែងត្រឹមត្រូវ។
       *[yes] { $sent ->
            [yes] សំណួររបស់ពូមីង ខ្ញុំបានផ្ញើរួចហើយ។
           *[no] ខ្ញុំមិនផ្ញើសំណួរទៀតទេ។ បើនៅមិនច្បាស់ សូមចុច នៅតែផ្ញើសំណួរ។
        }
    }
answer-gone = ចម្លើយនេះលែងបង្ហាញជាសាធារណៈហើយ។ សូមពូមីងផ្ញើសំណួររបស់ខ្លួនមកខ្ញុំ។

## An answer ends
answer-ends = ចម្លើយរបស់ { $office }{ $topic ->
        [none] {""}
       *[other] {" "}អំពី { $topic }
    } { $ended ->
        [yes] ត្រឹមត្រូវដល់ថ្ងៃ { $day } ឥឡូវនេះលែងត្រឹមត្រូវហើយ
       *[no] ត្រឹមត្រូវតែដល់ថ្ងៃ { $day } ក្រោយនោះលែងត្រឹមត្រូវ
    }។ បើពូមីងនៅតែត្រូវការ សូមសួរម្តងទៀត ខ្ញុំនឹងបញ្ជូនទៅកន្លែងត្រឹមត្រូវដើម្បីបានចម្លើយថ្មី។
told-answer-ends = អំពី { $asked ->
        [none] សំណួរ { $number } ដែលពូមីងបានសួរដោយឡែក
       *[other] “{ $asked }” ({ $number }) ដែលពូមីងបានសួរ
    } កាលមុន៖ { $text }
answer-ends-news =
    ខ្ញុំសូមជូនដំណឹងអំពីចម្លើយមួយ ដែលពូមីងបានទទួល ឬបានមើលនៅទីនេះ។

    { $text }

    បើពូមីងមិនចង់ទទួលដំណឹងបែបនេះទៀត សូមផ្ញើ /ngung។
told-answered-anew = អំពី { $asked ->
        [none] សំណួរ { $number } ដែលពូមីងបានសួរដោយឡែក
       *[other] “{ $asked }” ({ $number }) ដែលពូមីងបានសួរ
    } កាលមុន៖ ចម្លើយដែលពូមីងបានទទួល { $ended ->
        [yes] ត្រឹមត្រូវដល់ថ្ងៃ { $day } ឥឡូវនេះលែងត្រឹមត្រូវហើយ
       *[no] នៅត្រឹមត្រូវដល់ថ្ងៃ { $day }
    }។ { $office } កំពុងសរសេរចម្លើយថ្មី ពូមីងនឹងបានចម្លើយមុន { $due }។

## The page /traloi
pages-search = ស្វែងរកតាមពាក្យ
pages-search-button = ស្វែងរក
pages-changed = មូលដ្ឋានច្បាប់បានផ្លាស់ប្តូរ។ ចម្លើយនេះលែងត្រឹមត្រូវ សូមពូមីងផ្ញើសំណួរថ្មី។
pages-found-some = ចម្លើយដែលមានពាក្យ “{ $words }”
pages-found-none = មិនទាន់មានចម្លើយដែលមានពាក្យ “{ $words }” ទេ
pages-found-off = ឥឡូវនេះមិនទាន់អាចស្វែងរកតាមពាក្យបានទេ
