# Khmer: a draft, unread by a native speaker, and off until one has confirmed it (languages.khmer_confirmed).
# ចម្លើយជាសំឡេងភាសាខ្មែរ។

recording-name = ភាសាខ្មែរ
answer-recording = ចម្លើយ { $number } ជាភាសាខ្មែរ សូមចុចស្តាប់។
recording-came = មានសំឡេងភាសាខ្មែរសម្រាប់ស្តាប់។
script-recording = មានសំឡេងភាសាខ្មែរ៖ { $address ->
    [none] សូមបើកឯកសារដែលផ្ញើបន្ទាប់ពីនេះ។
   *[other] { $address }
}
