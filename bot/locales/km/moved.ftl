### Khmer: a draft, unread by a native speaker, and off until one has confirmed it (languages.khmer_confirmed).

session-cancelled = កិច្ចសន្ទនានេះបានលុបចោលហើយ។ ពូមីងមានរឿងអ្វីចង់សួរ សូមសរសេរមកខ្ញុំ។
session-cancelled-for-ward = { $session } បានលុបចោល{ $why ->
    [none] {""}
   *[other] : { $why }
}។ សូមពូមីងសរសេរសំណួរមក ខ្ញុំនឹងបញ្ជូនទៅការិយាល័យភ្លាម។

## ប្រាប់ដំណឹង
news-when = { $start }–{ $end } { $day }{ $place ->
    [none] {""}
   *[other] {" "}នៅ { $place }
}
news-for-people =
    { $change ->
        [cancelled] ខ្ញុំសូមជូនដំណឹង៖ { $session } ({ $before }) បានលុបចោល{ $why ->
            [none] {""}
           *[other] : { $why }
        }។ សំណួរដែលពូមីងបានសរសេរ នៅតែបានឆ្លើយតាមថ្ងៃណាត់ មានថ្ងៃថ្មី ខ្ញុំប្រាប់ភ្លាម។
        [back] ដំណឹងល្អ៖ { $session } ធ្វើវិញ { $after }។ { $stays }
       *[moved] ខ្ញុំសូមជូនដំណឹង៖ { $session } ប្តូរពី { $before } ទៅ { $after }។ { $stays }
    }
news-what-stays =
    { $circle ->
        [seated] កន្លែងអង្គុយរបស់គ្រួសារពូមីង ខ្ញុំនៅទុកឱ្យ លិខិតអញ្ជើញ និងលេខកូដចាស់នៅប្រើបាន បើមកមិនបាន សូមចុចប៊ូតុងខាងក្រោម។
        [offered] ការអញ្ជើញនៅដដែល លិខិតអញ្ជើញ និងលេខកូដចាស់នៅប្រើបាន សូមពូមីងឆ្លើយមុន { $until }។
       *[waiting] គ្រួសារពូមីងនៅក្នុងបញ្ជីដដែល មានកន្លែង ខ្ញុំប្រាប់ភ្លាម។
    }
news-stays-button = មកមិនបានលើកនេះ
news-which-home = ពូមីងឆ្លើយឱ្យគ្រួសារណា?
news-no-seat = ខ្ញុំរកមិនឃើញគ្រួសារពូមីងក្នុងបញ្ជីលើកនេះទៀតទេ។ សូមពូមីងមើលកាលវិភាគកិច្ចសន្ទនា។
