# Khmer: a draft, unread by a native speaker, and off until one has confirmed it (languages.khmer_confirmed).
# The page of answers (/traloi).

pages-title = ចម្លើយទាំងអស់{ $ward ->
    [none] {""}
   *[other] {" "}របស់ { $ward }
}
pages-lead = នេះជារឿងដែលបងប្អូនសួរ ហើយកន្លែងទទួលខុសត្រូវបានឆ្លើយ។ អ្នកណាក៏មើលបាន។
pages-ward = សង្កាត់ ឃុំ
pages-every-ward = សង្កាត់ ឃុំទាំងអស់
pages-show = មើល
pages-asked = បងប្អូនសួរ
pages-answered = { $office } ឆ្លើយ
pages-date = { $day }/{ $year }
pages-erased = អ្នកសួរបានលុបពាក្យនៃសំណួរនេះហើយ។
pages-read-on = អានចម្លើយ { $number } ទាំងអស់
pages-older = មើលចម្លើយចាស់
pages-newest = ទៅចម្លើយថ្មីបំផុត
pages-all = មើលចម្លើយទាំងអស់

pages-nothing = មិនទាន់មានចម្លើយនៅទីនេះទេ
pages-nothing-now = ចម្លើយនឹងបង្ហាញនៅទំព័រនេះ ក្រោយពេលផ្សាយតាមឧគ្ឃោសនស័ព្ទ ឬក្នុងប្រជុំ។ ពូមីងមានរឿងអ្វីចង់សួរ សូមផ្ញើមកខ្ញុំ។

pages-missing = មិនទាន់មានចម្លើយ { $number } នៅទំព័រនេះទេ
pages-missing-now = ចម្លើយនេះប្រហែលមិនទាន់ផ្សាយ ឬឆ្លើយតែចំពោះអ្នកសួរ។ សូមពូមីងមើលលេខម្តងទៀត បើជាសំណួររបស់ខ្លួន សូមចូលការសន្ទនា ហើយចុច សំណួររបស់ខ្ញុំ។

pages-ask = តើពូមីងចង់សួររឿងអ្វី? ខ្ញុំនឹងបញ្ជូនទៅកន្លែងដែលត្រូវឆ្លើយ ហើយប្រាប់វិញ។
pages-contact = ចង់ជួបមនុស្ស៖ { $contact }
pages-where = មើល និងសួរបន្ថែមនៅ { $address }
