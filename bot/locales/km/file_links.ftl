# Khmer: a draft, unread by a native speaker, and off until one has confirmed it (languages.khmer_confirmed).
# --- a link to a file, where a platform carries none: bot/services/file_links.py ---

file-link-title-own = មានឯកសារមួយសម្រាប់អ្នក
file-link-lead-own = សូមចុចប៊ូតុងខាងក្រោម ដើម្បីរក្សាទុកឯកសារក្នុងទូរស័ព្ទនេះ។ ក្រោយពីនោះ តំណនេះបើកបានតែលើទូរស័ព្ទនេះប៉ុណ្ណោះ។
file-link-title-public = ឯកសារភ្ជាប់ជាមួយចម្លើយ
file-link-lead-public = សូមចុចប៊ូតុងខាងក្រោម ដើម្បីរក្សាទុកឯកសារក្នុងទូរស័ព្ទនេះ។
file-link-title-sound = សំឡេងសម្រាប់ស្តាប់
file-link-lead-sound = សូមចុចប៊ូតុងពណ៌បៃតងខាងក្រោម ដើម្បីស្តាប់។
file-link-go = ទាញយកឯកសារ
file-link-old = តំណនេះលែងបើកបានទៀតហើយ។ បើត្រូវការឯកសារ សូមត្រឡប់ទៅការសន្ទនា ហើយសុំម្តងទៀត។
file-link-taken = ឯកសារនេះត្រូវបានទាញយកនៅលើទូរស័ព្ទផ្សេងរួចហើយ ដូច្នេះបើកនៅទីនេះមិនបានទេ។ បើត្រូវការ សូមត្រឡប់ទៅការសន្ទនា ហើយសុំម្តងទៀត។
