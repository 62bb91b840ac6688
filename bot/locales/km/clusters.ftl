### Khmer: a draft, unread by a native speaker, and off until one has confirmed it (languages.khmer_confirmed).

told-answer-shared =
    { $office } បានឆ្លើយសំណួរ { $number }{ $also ->
        [none] {""}
       *[other] {" និង "}{ $also }
    } របស់ពូមីង៖
    “{ $own }”

    { $answer }

    { $asked ->
        [self] ចម្លើយនេះឆ្លើយរួមគ្នាសម្រាប់សំណួរទាំងអស់របស់ពូមីង។
        [none] មានអ្នកផ្សេងសួរដូចគ្នា ដូច្នេះចម្លើយនេះឆ្លើយរួមគ្នា។
       *[other] មានបងប្អូន { $asked } នាក់សួរដូចគ្នា ដូច្នេះចម្លើយនេះឆ្លើយរួមគ្នា។
    } តើចម្លើយនេះជួយពូមីងបានទេ?
differs-button = រឿងរបស់ខ្ញុំខុសគេ
differs-one-button = សំណួរ { $number } ខុសគេ
differs-ask = សំណួរ { $number } របស់ពូមីងខុសត្រង់ណា សូមសរសេរមក ខ្ញុំនឹងសួរដាច់ដោយឡែក។
differs-sent = ខ្ញុំបានដកសំណួរ { $number } ចេញ ហើយផ្ញើទៅ { $office } ម្តងទៀតដាច់ដោយឡែក ជាមួយពាក្យរបស់ពូមីង ហើយចម្លើយនឹងប្រាប់តែពូមីងប៉ុណ្ណោះ។ ពូមីងនឹងបានចម្លើយមុន{ $due }{ $skipped }។
script-item-shared =
    មានបងប្អូន { $asked } នាក់សួរដូចគ្នា៖ { $question }
    { $office } ឆ្លើយ៖ { $answer }
cluster-about = { $topic ->
    [none] រឿងតែមួយ
   *[other] អំពី { $topic }
}
