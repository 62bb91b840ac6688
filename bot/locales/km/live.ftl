### Khmer: a draft, unread by a native speaker, and off until one has confirmed it (languages.khmer_confirmed).

live-title = { $session }
live-now = កំពុងសួរ
live-next = សំណួរបន្ទាប់
live-waiting = សំណួរ { $many } រង់ចាំ
live-answered = បានឆ្លើយ { $many }
live-also = { $many } នាក់ក៏សួរដែរ
live-nothing = សូមបងប្អូនសួរ
live-more = និង { $many } ទៀត
live-before = កិច្ចសន្ទនាមិនទាន់ចាប់ផ្តើម
live-after = កិច្ចសន្ទនាបានចប់
live-after-now = សំណួរដែលមិនទាន់ឆ្លើយ កន្លែងទទួលខុសត្រូវឆ្លើយក្រោយ ខ្ញុំប្រាប់អ្នកសួរម្នាក់ៗ។
live-cancelled = កិច្ចសន្ទនានេះបានលុបចោល
live-cancelled-now = សូមបងប្អូនសរសេរសំណួរមក ខ្ញុំបញ្ជូនទៅកន្លែងទទួលខុសត្រូវ។
live-ask = ស្កេនកូដដើម្បីសួរ ឬបើក { $address }
live-also-button = ខ្ញុំក៏សួរដែរ
live-also-done = បានកត់ ចុចដើម្បីដក
live-expired = ទំព័រនេះចាស់ហើយ សូមពូមីងបើកម្តងទៀត។
live-missing = គ្មានកិច្ចសន្ទនានេះទេ
