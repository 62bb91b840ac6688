# Soạn câu trả lời: gợi ý viết cho dễ nghe, và những gì không được phát ra.

remark-who = gặp ai
remark-where = ở đâu
remark-papers = mang giấy gì
remark-when = khi nào
remark-phone = gọi số nào
remarks-missing = Nên nói thêm: { $points }.
remark-long = Câu { $words } chữ, khó nghe kịp: “{ $first }”.
remark-cut = Câu { $words } chữ, nên tách làm hai: “{ $first }.” và “{ $rest }.”
remark-jargon = “{ $term }” bà con hay nói là “{ $plain }”.
leak-asker = ⚠ Có tên người hỏi hoặc người trong nhà: “{ $words }”.
leak-name = ⚠ Có tên người trong danh sách hộ: “{ $words }”.
leak-phone = ⚠ Có số điện thoại riêng: “{ $words }”.
leak-number = ⚠ Có chỗ là số giấy tờ hoặc số tài khoản, em đã bỏ: “{ $words }”.
leak-illness = ⚠ Nói bệnh của một người: “{ $words }”.
answer-leaks = Cả phường sẽ nghe câu này, mà có chỗ “{ $words }”. Anh chị bấm Trả lời để viết lại, hoặc gửi riêng cho người hỏi.
