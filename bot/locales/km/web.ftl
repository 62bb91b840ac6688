# Khmer: a draft, unread by a native speaker, and off until one has confirmed it (languages.khmer_confirmed).
# The chat page: words of the page itself, not of the conversation.

web-name = Lắng Nghe
web-log = ការសន្ទនា
web-you = ពូមីងសរសេរ៖
web-bot = Lắng Nghe និយាយ៖

web-welcome-title = ជម្រាបសួរពូមីង ជម្រាបសួរបងប្អូន!
web-welcome = បងប្អូនចង់សួររឿងអ្វី សូមសរសេរក្នុងប្រអប់ខាងក្រោម។ ខ្ញុំនឹងបញ្ជូនទៅកន្លែងដែលត្រូវឆ្លើយ មានចម្លើយហើយ ខ្ញុំនឹងប្រាប់នៅទីនេះភ្លាម។
web-begin = ចាប់ផ្តើម
web-enter = សូមអញ្ជើញពូមីងចូល
web-enter-go = ចូលសន្ទនា

web-write = សរសេរមកខ្ញុំនៅទីនេះ
web-send = ផ្ញើ
web-hint = Enter៖ ផ្ញើ · Shift + Enter៖ ចុះបន្ទាត់
web-sending = កំពុងផ្ញើ…
web-stuck = មានអ៊ីនធឺណិតវិញ ខ្ញុំផ្ញើភ្លាម

web-offline = ដាច់អ៊ីនធឺណិត កំពុងភ្ជាប់វិញ…
web-online = មានអ៊ីនធឺណិតវិញហើយ
web-refresh = មើលសារថ្មី
web-older = មើលសារចាស់
web-newest = ទៅសារថ្មីបំផុត
web-new-below = មានសារថ្មី ↓
web-skip = ទៅប្រអប់សរសេរ

web-reply = ឆ្លើយសារនេះ
web-replying = កំពុងឆ្លើយសារ
web-reply-cancel = ឈប់សិន
web-chosen = បានជ្រើស

web-help = ជួយ
web-help-title = របៀបនិយាយជាមួយខ្ញុំ
web-help-write = ពូមីងសរសេរក្នុងប្រអប់ខាងក្រោម ហើយចុច ផ្ញើ។ អក្សរខ្មែរ ឬវៀតណាមក៏បាន។
web-help-buttons = សារណាមានប៊ូតុង ពូមីងគ្រាន់តែចុចប៊ូតុង។
web-menu-ask = ផ្ញើសំណួរ
web-menu-mine = សំណួររបស់ខ្ញុំ
web-menu-schedule = កាលវិភាគកិច្ចសន្ទនា
web-menu-answers = ចម្លើយទាំងអស់
web-menu-more = អ្វីដែលខ្ញុំជួយបាន

web-too-long = សារនេះវែងពេក ខ្ញុំមិនទាន់ទទួលអស់ទេ។ សូមពូមីងបំបែកជាពីរបីសារ អ្វីដែលបានសរសេរនៅក្នុងប្រអប់ដដែល។
web-too-fast = ពូមីងផ្ញើញាប់ពេក ខ្ញុំតាមមិនទាន់។ សូមរង់ចាំមួយនាទី ហើយផ្ញើម្តងទៀត។
web-expired = ទំព័រនេះបើកយូរពេក ខ្ញុំមិនទាន់ទទួលសារទេ។ សូមពូមីងចុចម្តងទៀត។
web-old-button = ប៊ូតុងនេះលែងប្រើបានហើយ។ សូមពូមីងមើលសារថ្មីបំផុតនៅចុងទំព័រ។
web-busy = ម៉ាស៊ីនកំពុងរវល់ ខ្ញុំមិនទាន់ទទួលទេ។ សូមពូមីងរង់ចាំបន្តិច ហើយផ្ញើម្តងទៀត អ្វីដែលបានសរសេរនៅដដែល។
web-away = ម៉ាស៊ីនកំពុងរវល់ ទំព័រនេះមិនទាន់បើកបានទេ។ សូមពូមីងរង់ចាំបន្តិច ទំព័រនឹងបើកឡើងវិញដោយខ្លួនឯង។

web-file = ឯកសារ៖
web-file-gone-title = ឯកសារនេះលែងមាននៅទីនេះហើយ
web-file-gone = ឯកសារហួសថ្ងៃរក្សាទុក ហើយត្រូវបានលុប។ បើនៅត្រូវការ សូមផ្ញើសារមកខ្ញុំម្តងទៀត។
web-file-gone-go = ត្រឡប់ទៅការសន្ទនា

web-not-here-title = ទំព័រនេះមិនទាន់បើកបានលើឧបករណ៍នេះទេ
web-not-here = សូមពូមីងបើកតំណក្នុងសំបុត្រអញ្ជើញម្តងទៀត លើឧបករណ៍នេះផ្ទាល់។ បើចង់សួរ សូមចូលទំព័រដើម។
web-not-here-go = ទៅទំព័រដើម
