# Khmer: a draft, unread by a native speaker, and off until one has confirmed it (languages.khmer_confirmed).
# ឯកសារ និងរូបភាពដែលភ្ជាប់ជាមួយចម្លើយ។

answer-file = ឯកសារភ្ជាប់ជាមួយចម្លើយ { $number }។
papers-came = មានឯកសារភ្ជាប់មកជាមួយ៖ { $names }។
view-papers-button = មើលឯកសារនៃសំណួរ { $number }
no-papers = ចម្លើយ { $number } មិនមានឯកសារភ្ជាប់ទេ។ សូមបើក សំណួររបស់ខ្ញុំ ដើម្បីអានចម្លើយ។
script-papers = ចម្លើយនេះមានឯកសារភ្ជាប់៖ { $address ->
    [none] សូមសួរមើលនៅសង្កាត់។
   *[other] { $address }
}
khmer-script =
    អត្ថបទភាសាខ្មែរ៖

    { $script }
khmer-no-time = មានអត្ថបទភាសាខ្មែរ ប៉ុន្តែបើអានបន្ថែម នឹងលើសពី { $minutes } នាទីនៃម៉ោងនេះ។
pages-file = ទាញយក { $name } ({ $size })
pages-files = ឯកសារភ្ជាប់
