# Khmer: a draft, unread by a native speaker, and off until one has confirmed it (languages.khmer_confirmed).
# The library: answers found by words, and offered before a question is sent.

found =
    នេះជាចម្លើយដែលមានពាក្យ “{ $words }”៖

    { $items }
found-none = មិនទាន់មានចម្លើយដែលមានពាក្យ “{ $words }” ទេ។ តើពូមីងចង់ផ្ញើសំណួរនេះទៅកន្លែងទទួលខុសត្រូវទេ?
found-more-button = មើលបន្ត
search-off = ឥឡូវនេះខ្ញុំមិនទាន់អាចស្វែងរកតាមពាក្យបានទេ។ សូមពូមីងមើលចម្លើយថ្មីៗ។
search-over = ខ្ញុំលែងចាំពាក្យដែលពូមីងស្វែងរក។ សូមផ្ញើ /traloi ជាមួយពាក្យនោះម្តងទៀត។
answer-changed = (មូលដ្ឋានច្បាប់បានផ្លាស់ប្តូរ ចម្លើយនេះលែងត្រឹមត្រូវ។ សូមសួរម្តងទៀត។)

## The page /traloi
pages-search = ស្វែងរកតាមពាក្យ
pages-search-button = ស្វែងរក
pages-changed = មូលដ្ឋានច្បាប់បានផ្លាស់ប្តូរ។ ចម្លើយនេះលែងត្រឹមត្រូវ សូមពូមីងផ្ញើសំណួរថ្មី។
pages-found-some = ចម្លើយដែលមានពាក្យ “{ $words }”
pages-found-none = មិនទាន់មានចម្លើយដែលមានពាក្យ “{ $words }” ទេ
pages-found-off = ឥឡូវនេះមិនទាន់អាចស្វែងរកតាមពាក្យបានទេ
